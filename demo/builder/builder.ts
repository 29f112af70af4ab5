/** The page: holds the work, and updates every part when it changes. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ContentIssue } from '../../src/content/content-error.js';
import { version } from '../../src/page/version.js';
import { elements } from '../../src/entries/register.js';
import type { GuideTag } from '../../src/server/index.js';
import { choice } from './choice.js';
import { codeSection } from './code-view.js';
import { judge, pretty, tagFor, type Verdict, valueOf } from './content.js';
import { type Diagnosis, diagnose } from './doctor.js';
import { doctorView } from './doctor-view.js';
import { type Embed, embedsOf } from './embed.js';
import { contentForm, goToField } from './form.js';
import type { JsonEditor } from './json-editor.js';
import { lookView } from './look-view.js';
import { type Finding, Preview, type View } from './preview.js';
import { blankOf, type JsonSchema, schemaOf } from './schema.js';
import { GUIDES, startView } from './start-view.js';
import { statusView } from './status-view.js';
import { fromFragment, toFragment, type Work } from './work.js';

const PANES = ['Form', 'JSON', 'Both'] as const;

let work: Work = { tag: 'guide-faq', json: '', tokens: {} };
let schema: JsonSchema = {};
let verdict: Verdict = { warnings: [] };
/** What the form shows: the last JSON that could be parsed. */
let content: unknown;
/** Whether that is the current JSON. */
let isJson = true;
let left: ReadonlySet<string> = new Set();
let view: View = { host: 'plain', scheme: 'light', direction: 'ltr', width: 'phone' };
let pane: (typeof PANES)[number] = 'Form';
let embeds: readonly Embed[] = [];
let embedName = 'HTML';
let trouble = '';
let findings: readonly Finding[] | undefined;
let diagnosis: Diagnosis | undefined;
let repairedCode = '';
let message = '';
let editor: JsonEditor | undefined;
let preview: Preview | undefined;

const root = document.getElementById('builder')!;

async function start(): Promise<void> {
  root.replaceChildren();
  try {
    const linked = await fromFragment(location.hash);
    await (linked ? open(linked) : fresh(work.tag));
  } catch {
    await fresh(work.tag);
    say('The link is broken, so there is nothing from it here. Ask for it once more, or open a file.');
  }
  preview = new Preview(document.querySelector('iframe')!, update);
  showPreview();
  const { JsonEditor } = await import('./json-editor.js');
  editor = new JsonEditor(
    document.querySelector('.editor')!,
    work.json,
    work.tag,
    (json, tag) => void (tag === work.tag ? change({ json }) : open({ ...work, json, tag })),
  );
  editor.schema = schema;
  editor.mark(verdict.error);
}

/** Starts over with other work. */
async function open(opened: Work): Promise<void> {
  schema = await schemaOf(opened.tag);
  left = new Set();
  if (editor) editor.schema = schema;
  change(opened);
}

const fresh = async (tag: GuideTag): Promise<void> =>
  open({ ...work, tag, json: pretty(blankOf(await schemaOf(tag))) });

function change(changed: Partial<Work>): void {
  work = { ...work, ...changed };
  verdict = judge(work.tag, work.json);
  const value = valueOf(work.json);
  isJson = value !== undefined;
  if (isJson) content = value;
  findings = undefined;
  editor?.show(work.json, work.tag);
  editor?.mark(verdict.error);
  showPreview();
  update();
  later();
}

const showPreview = (): void => preview?.show({ ...view, ...work, json: verdict.error ? undefined : work.json });

let timer = 0;
let hiding = 0;

/** Slow updates wait until typing stops. */
function later(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void keep(), 150);
}

async function keep(): Promise<void> {
  const current = work;
  const fragment = await toFragment(current);
  const [made, why] = await codeOf(current);
  // The user kept typing, so a newer update will follow.
  if (current !== work) return;
  history.replaceState(null, '', fragment);
  embeds = made;
  trouble = why;
  update();
}

async function codeOf(current: Work): Promise<[embeds: readonly Embed[], trouble: string]> {
  try {
    return [verdict.error ? [] : await embedsOf(current), ''];
  } catch (error) {
    return [[], String(error)];
  }
}

async function openLink(): Promise<void> {
  const linked = await fromFragment(location.hash).catch(() => undefined);
  if (linked && linked.tag in elements) await open(linked);
}

async function check(): Promise<void> {
  findings = await preview?.check();
  update();
}

/** Shows a message, and announces it to screen readers. */
function say(words: string): void {
  message = words;
  update();
  clearTimeout(hiding);
  if (words) hiding = window.setTimeout(() => say(''), 6000);
}

async function copy(code: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    say('Copied');
  } catch {
    say('This browser does not let the page copy. Press on the code, select all of it, and copy it by keyboard.');
  }
}

function save(): void {
  const named = {
    $schema: `https://cdn.jsdelivr.net/npm/patient-guide@${version}/dist/schema/${work.tag}.json`,
    ...(content as object),
  };
  const url = URL.createObjectURL(new Blob([`${pretty(named)}\n`], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: `${work.tag}.json` }).click();
  URL.revokeObjectURL(url);
  say('Saved as a file');
}

async function openFile(file: File): Promise<void> {
  const json = await file.text();
  const value = valueOf(json);
  if (!value || typeof value !== 'object') {
    await doctor(json);
    return say('This file is no JSON. Below, “Repair code” says what is wrong with it.');
  }
  const { $schema, ...own } = value as Record<string, unknown>;
  await open({
    ...work,
    tag: tagFor({ ...own, ...($schema !== undefined && { $schema }) }, work.tag),
    json: pretty(own),
  });
  say('Opened');
}

async function example(name: string): Promise<void> {
  const isGuide = name in GUIDES;
  const tag = isGuide ? 'patient-guide' : work.tag;
  const value: unknown = isGuide
    ? await (await fetch(new URL(`../content/${name}.json`, import.meta.url))).json()
    : (await schemaOf(tag)).examples?.[0];
  await open({ ...work, tag, json: pretty(value) });
  say('Example opened. Undo brings back what was there.');
}

async function doctor(text: string): Promise<void> {
  const found = diagnose(text, work.tag);
  const { tag, json, isSnippet } = found;
  let code = json ?? '';
  if (json !== undefined && isSnippet && !judge(tag, json).error) {
    const made = await embedsOf({ tag, json, tokens: {} });
    code = made.find(({ name }) => name === 'Any CMS')!.steps[1].code;
  }
  // Together: with the one but not the other, something else could be copied than what is to be seen.
  [diagnosis, repairedCode] = [found, code];
  update();
}

function contentView(): TemplateResult {
  const form = {
    content,
    error: verdict.error,
    left,
    change: (value: unknown) => change({ json: pretty(value) }),
    leave: (path: string) => {
      left = new Set([...left, path]);
      update();
    },
    say,
  };
  return html`
    <section aria-labelledby="content-title" class="content">
      <h2 id="content-title">2. Write it</h2>
      ${choice('Write in', PANES, pane, (name) => {
        pane = name as typeof pane;
        update();
      })}
      <div class="panes" data-pane=${pane}>
        <form
          class="fields"
          ?inert=${!isJson}
          ?hidden=${pane === 'JSON'}
          @submit=${(event: Event) => event.preventDefault()}
        >
          ${isJson ? nothing : html`<p class="warning">The JSON cannot be read at the moment; the form waits for it.</p>`}
          ${keyed(work.tag, contentForm(form, schema))}
        </form>
        <div class="editor" ?hidden=${pane === 'Form'}></div>
      </div>
    </section>
  `;
}

/** Goes to the place of an error: in the form, or in the JSON if the form cannot read it. */
function goToError(error: ContentIssue): void {
  if (isJson && pane !== 'JSON') return goToField(error.path ?? '');
  if (pane === 'Form') pane = 'Both';
  update();
  editor?.goTo(error);
}

function update(): void {
  render(
    html`
      ${startView({
        tag: work.tag,
        description: schema.description,
        isSavable: isJson,
        onTag: (tag) => void fresh(tag),
        onExample: (name) => void example(name),
        onFile: (file) => void openFile(file),
        onSave: save,
        onLink: () => void keep().then(() => copy(location.href)),
        onUndo: () => editor?.undo(),
        onRedo: () => editor?.redo(),
      })}
      <div class="desk">
        ${contentView()}
        ${lookView({
          status: statusView(verdict, goToError),
          view,
          tokens: work.tokens,
          findings,
          background: preview?.background,
          onView: (changed) => {
            view = { ...view, ...changed };
            findings = undefined;
            showPreview();
            update();
          },
          onTokens: (tokens) => change({ tokens }),
          onCheck: () => void check(),
        })}
      </div>
      ${codeSection({
        embeds: verdict.error ? [] : embeds,
        trouble,
        name: embedName,
        onName: (name) => {
          embedName = name;
          update();
        },
        onCopy: (code) => void copy(code),
      })}
      ${doctorView({
        diagnosis,
        repaired: repairedCode,
        onExamine: (pasted) => void doctor(pasted),
        onCopy: (code) => void copy(code),
        onOpen: ({ tag, json = '' }) =>
          void open({ ...work, tag, json }).then(() => {
            say('Opened in the builder');
            document.getElementById('tag')?.focus();
          }),
      })}
      <p class="message" role="status">${message}</p>
    `,
    root,
  );
}

void start();
// A link to other work was opened in the same tab.
addEventListener('hashchange', () => void openLink());
