#!/usr/bin/env node
import { readFile, rename, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { version } from '../page/version.js';
import { elements } from '../entries/register.js';
import { GuideContentError, type GuideTag, type RenderOptions, renderToHtml, styleHashes } from '../server/index.js';
import { snippet } from './snippet.js';

const HELP = `patient-guide ${version}

  patient-guide render [FILE] [options]    content (JSON; standard input without FILE or for -) to HTML
  patient-guide hashes                     what style-src must have for it under a strict policy
  patient-guide snippet [NAME...]          the script element for a page; with names of elements, the loader with a
                                           head start for their files

Options of render
  --element NAME       faq, takeaways, guide-faq … (default: patient-guide, a whole guide)
  --out FILE           write there and not to standard output; left as it is when the content is wrong
  --watch              render again whenever FILE changes; needs FILE and --out
  --form FORM          both (default), shadow, plain, or mount (for a CMS that strips unknown elements)
  --lang LANG          language of the page (default: en)
  --heading-level N    level of the first heading, 1 to 6 (default: 2)
  --token NAME=VALUE   theme: accent=#036 for --guide-accent; may be repeated
  --attribute NAME=VALUE   one more attribute of the element; may be repeated
  --nonce NONCE        for the style elements
  --structured-data    JSON-LD for search engines behind the guide

Options of snippet
  --base URL           where the files of the folder dist are (default: this version on a CDN)

Exit code 1: the content is wrong, or a file cannot be read or written. 2: a wrong option.`;

const OPTIONS = {
  attribute: { type: 'string', multiple: true },
  base: { type: 'string' },
  element: { type: 'string' },
  form: { type: 'string' },
  'heading-level': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  nonce: { type: 'string' },
  out: { type: 'string', short: 'o' },
  'structured-data': { type: 'boolean' },
  token: { type: 'string', multiple: true },
  version: { type: 'boolean', short: 'v' },
  watch: { type: 'boolean', short: 'w' },
} as const satisfies ParseArgsConfig['options'];

/** A wrong option. The CLI prints one line, with where to read more. */
class UsageError extends Error {}

interface Job {
  readonly tag: GuideTag;
  readonly file: string;
  readonly out: string | undefined;
  readonly options: RenderOptions;
}

async function main(): Promise<void> {
  const { values, positionals } = parse();
  const [command, file = '-', ...rest] = positionals;
  if (values.version) return console.log(version);
  if (values.help || !command) return console.log(HELP);
  if (command === 'hashes') return console.log(styleHashes().join(' '));
  if (command === 'snippet') return console.log(await snippet(positionals.slice(1).map(tagOf), values.base));
  if (command !== 'render') throw new UsageError(`"${command}" is no command: expected render, hashes or snippet`);
  if (rest.length) throw new UsageError(`one file at a time, and not ${rest.join(' ')} too`);

  const level = values['heading-level'] === undefined ? undefined : Number(values['heading-level']);
  if (level !== undefined && !(level >= 1 && level <= 6))
    throw new UsageError('--heading-level is a number from 1 to 6');
  const job: Job = {
    tag: tagOf(values.element ?? 'patient-guide'),
    file,
    out: values.out,
    options: {
      form: formOf(values.form ?? 'both'),
      source: file === '-' ? 'standard input' : basename(file),
      structuredData: !!values['structured-data'],
      tokens: pairs(values.token),
      attributes: pairs(values.attribute),
      ...(values.lang !== undefined && { lang: values.lang }),
      ...(values.nonce !== undefined && { nonce: values.nonce }),
      ...(level !== undefined && { headingLevel: level }),
    },
  };
  if (!values.watch) return render(job);
  if (file === '-' || job.out === undefined) throw new UsageError('--watch needs a file to watch, and --out');
  await render(job).catch(printError);
  keepRendering(job);
}

function parse() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function tagOf(name: string): GuideTag {
  const tag = [name, `guide-${name}`].find((tag) => Object.hasOwn(elements, tag));
  if (!tag) throw new UsageError(`"${name}" is no element: expected one of ${Object.keys(elements).join(', ')}`);
  return tag as GuideTag;
}

function formOf(form: string): NonNullable<RenderOptions['form']> {
  const forms = ['both', 'shadow', 'plain', 'mount'] as const;
  const known = forms.find((known) => known === form);
  if (!known) throw new UsageError(`"${form}" is no form: expected ${forms.join(', ')}`);
  return known;
}

const pairs = (texts: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );

async function render({ tag, file, out, options }: Job): Promise<void> {
  const json = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));
  const html = `${renderToHtml(tag, json, options)}\n`;
  if (out === undefined) return void process.stdout.write(html);
  // Anyone who reads the file in the meantime gets the old one or the new one, never half.
  await writeFile(`${out}.new`, html);
  await rename(`${out}.new`, out);
}

/** Editors save in several steps, or replace the old file with a new one, so wait until it is quiet. */
function keepRendering(job: Job): void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(job.file, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      watcher.close();
      render(job)
        .then(() => console.error(`${job.out} is new`), printError)
        .finally(() => keepRendering(job));
    }, 50);
  });
}

function printError(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof GuideContentError || (error instanceof Error && 'code' in error);
  if (error instanceof UsageError) console.error(`patient-guide: ${error.message}. See patient-guide --help.`);
  else if (isExpected) printError(error);
  else console.error(error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
