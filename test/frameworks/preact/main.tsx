import type {} from 'patient-guide/types/preact';
import { render } from 'preact';
import type { GuideFaq, GuideSection } from 'patient-guide';
import { open } from '../behaviours.js';
import { type State, action, box, disclaimer, hear, initial, listen, section, summary, wrong } from '../scenario.js';

/** Called with null when the element goes. */
const byHand = (faq: GuideFaq | null) => void (faq && listen(faq));
const laterByHand = (later: GuideSection | null) => void (later && (later.content = section));

function App({ state }: { state: State }) {
  return (
    <>
      {state.isShown && (
        <guide-faq
          id="faq"
          content={state.faq}
          headingLevel={state.level}
          single={state.single}
          ref={byHand}
          onguide-ready={(event) => hear(event)}
          onguide-toggle={(event) => hear(event, event.index, event.open)}
        />
      )}
      <guide-summary id="empty" content={summary} lang={state.lang} />
      <guide-takeaways id="json" data-content={state.json} heading-level={state.level} />
      <guide-cta id="action" content={action} onguide-action={(event) => hear(event, event.action)} />
      <guide-disclaimer id="disclaimer" content={disclaimer} onguide-dismiss={(event) => hear(event)} />
      <guide-faq id="wrong" content={wrong} onguide-error={(event) => hear(event, event.error.element)} />
      <guide-faq id="null" content={state.late ?? null}>
        <p>{state.fallback}</p>
      </guide-faq>
      <guide-faq id="undefined" content={state.late}>
        <p>{state.fallback}</p>
      </guide-faq>
      <guide-faq id="blank" content={state.late ?? ''}>
        <p>{state.fallback}</p>
      </guide-faq>
      <guide-faq id="false" content={!!state.late && state.late}>
        <p>{state.fallback}</p>
      </guide-faq>
      <ul>
        {state.list.map(({ id, content }) => (
          <li key={id}>
            <guide-faq content={content} />
          </li>
        ))}
      </ul>
      <guide-section id="later" content={section} />
      <guide-section id="later-by-hand" ref={laterByHand} />
    </>
  );
}

let state = initial;
const set = (change: Partial<State>) => render(<App state={(state = { ...state, ...change })} />, box);

set({});
open({ set, unmount: () => render(null, box) });
