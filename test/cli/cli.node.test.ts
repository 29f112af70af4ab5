import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { build } from 'esbuild';

interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

const folder = await mkdtemp(join(tmpdir(), 'patient-guide-'));
const program = join(folder, 'cli.mjs');

before(() =>
  build({ entryPoints: ['src/cli/cli.ts'], outfile: program, bundle: true, platform: 'node', format: 'esm' }),
);
after(() => rm(folder, { recursive: true }));

/** Runs the command line as a person would, in the project's folder. */
const cli = (args: string[], input = ''): Promise<Run> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { maxBuffer: 2 ** 26 }, (error, output, errors) =>
      resolve({ code: Number(error?.code ?? 0), output, errors }),
    );
    child.stdin!.end(input);
  });

const FAQ = JSON.stringify({ items: [{ question: 'Is it safe?', answer: 'Yes.' }] });

describe('patient-guide render', () => {
  it('writes a guide’s HTML to standard output', async () => {
    const { code, output, errors } = await cli(['render', 'demo/content/spinal-fusion.json']);
    expect([code, errors]).to.deep.equal([0, '']);
    expect(output)
      .to.match(/^<patient-guide /)
      .and.contain('<h2>Is spinal fusion overused?</h2>');
  });

  it('reads standard input and renders any element', async () => {
    const { code, output } = await cli(['render', '--element', 'faq', '--form', 'plain'], FAQ);
    expect(code).to.equal(0);
    expect(output).to.contain('<h3 id="is-it-safe">Is it safe?</h3>');
  });

  it('exits with 1 and says where the content is invalid', async () => {
    const { code, output, errors } = await cli(['render', '--element', 'faq'], FAQ.slice(0, -2));
    expect([code, output]).to.deep.equal([1, '']);
    expect(errors.trim()).to.match(
      /^<guide-faq> standard input, line 1, column \d+: found the end, expected .* Fix: .*\.$/,
    );
  });

  it('reports what it repaired and what an author should check', async () => {
    const { code, output, errors } = await cli(['render', '--element', 'faq'], `${FAQ.slice(0, -2)},],"itmes":[]}`);
    expect(code).to.equal(0);
    expect(output).to.contain('Is it safe?');
    expect(errors).to.contain('<guide-faq> standard input was repaired, it had a trailing comma').and.contain('itmes');
  });

  it('reports what a part of a guide is missing', async () => {
    const figure = { label: 'felt better', value: 1, of: 10, population: 'People who were asked' };
    const { errors } = await cli(['render'], JSON.stringify({ title: 'A guide', statistics: [figure] }));
    expect(errors).to.equal('<guide-statistic> has no "source": without it nobody can judge the figure\n');
  });

  it('does not change the existing file when the content is invalid', async () => {
    const out = join(folder, 'faq.html');
    await cli(['render', '--element', 'faq', '--out', out], FAQ);
    const before = await readFile(out, 'utf8');
    const { code } = await cli(['render', '--element', 'faq', '--out', out], '{}');
    expect(code).to.equal(1);
    expect(before).to.contain('Is it safe?');
    expect(await readFile(out, 'utf8')).to.equal(before);
  });

  for (const [args, error] of [
    [['render', '--element', 'faqs'], '"faqs" is no element'],
    [['render', '--form', 'pdf'], '"pdf" is no form'],
    [['render', '--heading-level', '7'], '--heading-level is a number from 1 to 6'],
    [['render', '--watch'], '--watch needs a file'],
    [['draw'], '"draw" is no command'],
    [['render', '--nonsense'], "Unknown option '--nonsense'"],
  ] as const)
    it(`exits with 2 on an invalid option: ${args.join(' ')}`, async () => {
      const { code, errors } = await cli([...args], FAQ);
      expect(code).to.equal(2);
      expect(errors).to.contain(error);
    });

  it('exits with 1 when the file does not exist', async () => {
    const { code, errors } = await cli(['render', 'no-such-file.json']);
    expect(code).to.equal(1);
    expect(errors).to.contain('no-such-file.json');
  });

  it('prints its usage and version', async () => {
    expect((await cli(['--help'])).output).to.contain('patient-guide render [FILE]');
    expect((await cli(['--version'])).output.trim()).to.match(/^\d+\.\d+\.\d+$/);
  });
});

describe('patient-guide hashes', () => {
  it('lists the hashes for style-src', async () => {
    const { output } = await cli(['hashes']);
    expect(output.trim().split(' ')).to.have.length(18);
    expect(output).to.match(/^('sha256-[\w+/]{43}=' ?){18}\s*$/);
  });
});
