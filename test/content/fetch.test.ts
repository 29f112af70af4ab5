import { expect, waitUntil } from '@open-wc/testing';
import { consoleOf, settled, showHtml, textOf } from '../helpers.js';

type Answer = (request: { url: string; init: RequestInit }) => Promise<Response>;
const realFetch = window.fetch.bind(window);
const requests: { url: string; init: RequestInit }[] = [];

function answerWith(answer: Answer): void {
  window.fetch = (url, init = {}) => {
    const request = { url: url instanceof Request ? url.url : String(url), init };
    requests.push(request);
    return answer(request);
  };
}
const json = (value: object) => Promise.resolve(new Response(JSON.stringify(value)));
const never: Answer = ({ init }) =>
  new Promise((_, reject) =>
    init.signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
  );
const takeaways = (markup = '') => showHtml(`<guide-takeaways src="guide.json" ${markup}>Call us.</guide-takeaways>`);

describe('the file in `src`', () => {
  beforeEach(() => (requests.length = 0));
  afterEach(() => (window.fetch = realFetch));

  it('is shown when it arrives, after a single request without cookies', async () => {
    answerWith(() => json({ items: ['From the file'] }));
    const element = await takeaways();
    await waitUntil(() => textOf(element).includes('From the file'));
    element.setAttribute('heading-level', '3');
    element.parentElement!.append(element);
    await settled();
    expect(requests.map(({ url }) => url)).to.deep.equal([new URL('guide.json', document.baseURI).href]);
    expect(requests[0].init.credentials).to.equal('omit');
  });

  it('is not requested when the element has its own content', async () => {
    answerWith(() => json({ items: ['From the file'] }));
    const element = await takeaways(`content='{"items": ["Own"]}'`);
    await settled();
    expect(textOf(element)).to.include('Own');
    expect(requests).to.deep.equal([]);
  });

  it('shows the fallback and logs nothing until it arrives', async () => {
    answerWith(never);
    const written = await consoleOf(async () => {
      const element = await takeaways();
      await settled();
      expect(element.shadowRoot!.querySelector('slot')).not.to.equal(null);
      element.remove();
    });
    expect(written).to.deep.equal({ errors: [], warnings: [] });
  });

  it('is aborted when the element leaves the page, and requested again when it returns', async () => {
    answerWith(never);
    const element = await takeaways();
    const parent = element.parentElement!;
    await settled();
    element.remove();
    expect(requests[0].init.signal!.aborted).to.equal(true);
    answerWith(() => json({ items: ['At last'] }));
    parent.append(element);
    await settled();
    expect(requests).to.have.length(2);
    expect(textOf(element)).to.include('At last');
  });

  it('is not shown when it arrives after a newer request', async () => {
    const answers: ((response: Response) => void)[] = [];
    answerWith(() => new Promise((resolve) => answers.push(resolve)));
    const element = await takeaways();
    element.setAttribute('src', 'other.json');
    await settled();
    answers[1](new Response('{"items": ["Second"]}'));
    await settled();
    answers[0](new Response('{"items": ["First"]}'));
    await settled();
    expect(textOf(element)).to.include('Second');
  });

  it('keeps the previous content until the next one arrives', async () => {
    answerWith(() => json({ items: ['First'] }));
    const element = await takeaways();
    await settled();
    answerWith(never);
    element.setAttribute('src', 'other.json');
    await settled();
    expect(textOf(element)).to.include('First');
    element.remove();
  });

  for (const [what, answer, message] of [
    [
      'is not there',
      () => Promise.resolve(new Response('', { status: 404 })),
      'found status 404, expected a JSON file',
    ],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'found TypeError: Failed to fetch'],
    ['is not JSON', () => Promise.resolve(new Response('{\n"items": oops')), ', line 2, column 10: found "o"'],
    ['has other content', () => json({ items: 1 }), ', items: found 1, expected a list'],
  ] as [string, Answer, string][])
    it(`shows the fallback and logs the reason when it ${what}`, async () => {
      answerWith(answer);
      const { errors } = await consoleOf(async () => {
        const element = await takeaways();
        await settled();
        expect(element.shadowRoot!.querySelector('slot')).not.to.equal(null);
      });
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include('<guide-takeaways> src "guide.json"').and.to.include(message);
    });

  it('cannot be a URL that runs code', async () => {
    answerWith(realFetch as unknown as Answer);
    window.fetch = realFetch;
    const { errors } = await consoleOf(async () => {
      await showHtml('<guide-takeaways src="javascript:trap()">Call us.</guide-takeaways>');
      await settled();
    });
    expect(errors).to.have.length(1);
  });
});
