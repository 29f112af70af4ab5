/** The page: holds the work, and shows every part anew when it changes. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { elements } from '../../src/register.js';
import type { GuideTag } from '../../src/server/index.js';
import { choice } from './choice.js';
import { codeSection } from './code-view.js';
import { judge, pretty, tagFor, tags, type Verdict, valueOf } from './content.js';
import { type Diagnosis, diagnose } from './doctor.js';
import { doctorView } from './doctor-view.js';
import { type Embed, embedsOf } from './embed.js';
import { contentForm } from './form.js';
import type { JsonEditor } from './json-editor.js';
import { lookView } from './look-view.js';
import { type Finding, Preview, type View } from './preview.js';
import { blankOf, type JsonSchema, schemaOf } from './schema.js';
import { fromFragment, toFragment, type Work } from './work.js';
import { labelOf } from './words.js';

/** Whole guides to start from; an element’s example is in its schema. */
const GUIDES = {
  'spinal-fusion': 'Is spinal fusion overused?',
  'first-visit': 'Your first visit',
  'spinal-fusion.es': 'In Spanish',
};
const PANES = ['Form', 'JSON', 'Both'] as const;

let work: Work = { tag: 'guide-faq', json: '', tokens: {} };
let schema: JsonSchema = {};
let verdict: Verdict = { warnings: [] };
/** What the form shows: the last JSON that could be read. */
let content: unknown;
/** Whether that is the JSON there is now. */
let isJson = true;
let left: ReadonlySet<string> = new Set();
let view: View = { host: 'plain', scheme: 'light', direction: 'ltr', width: 'phone' };
let pane: (typeof PANES)[number] = 'Form';
let embeds: readonly Embed[] = [];
let embedName = 'HTML';
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
  editor.mark(verdict.fault);
}

/** Begins with another work. */
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
  editor?.mark(verdict.fault);
  showPreview();
  update();
  later();
}

const showPreview = (): void => preview?.show({ ...view, ...work, json: verdict.fault ? undefined : work.json });

let timer = 0;
let hiding = 0;

/** What takes longer waits until nobody types. */
function later(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void keep(), 150);
}

async function keep(): Promise<void> {
  const current = work;
  const fragment = await toFragment(current);
  const made = verdict.fault ? [] : await embedsOf(current);
  // Somebody typed on meanwhile: that has its own turn.
  if (current !== work) return;
  history.replaceState(null, '', fragment);
  embeds = made;
  update();
}

async function openLink(): Promise<void> {
  const linked = await fromFragment(location.hash).catch(() => undefined);
  if (linked && linked.tag in elements) await open(linked);
}

async function check(): Promise<void> {
  findings = await preview?.check();
  update();
}

/** For screen readers, and for the eye beside it. */
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
    $schema: `https://cdn.jsdelivr.net/npm/patient-guide/dist/schema/${work.tag}.json`,
    ...(content as object),
  };
  const url = URL.createObjectURL(new Blob([`${pretty(named)}\n`], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: `${work.tag}.json` }).click();
  URL.revokeObjectURL(url);
  say('Saved as a file');
}

async function openFile(event: Event): Promise<void> {
  const input = event.target as HTMLInputElement;
  const json = await input.files?.[0].text();
  input.value = '';
  if (json === undefined) return;
  const value = valueOf(json);
  if (!value || typeof value !== 'object') {
    diagnosis = diagnose(json, work.tag);
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
  if (!name) return;
  const isGuide = name in GUIDES;
  const tag = isGuide ? 'patient-guide' : work.tag;
  const value: unknown = isGuide
    ? await (await fetch(new URL(`../content/${name}.json`, import.meta.url))).json()
    : (await schemaOf(tag)).examples?.[0];
  await open({ ...work, tag, json: pretty(value) });
  say('Example opened. Undo brings back what was there.');
}

async function doctor(text: string): Promise<void> {
  diagnosis = diagnose(text, work.tag);
  const { tag, json, isSnippet } = diagnosis;
  repairedCode = json ?? '';
  if (json !== undefined && isSnippet && !judge(tag, json).fault) {
    const made = await embedsOf({ tag, json, tokens: {} });
    repairedCode = made.find(({ name }) => name === 'Any CMS')!.steps[1].code;
  }
  update();
}

const summaryOf = (tag: GuideTag): string =>
  tag === 'patient-guide' ? 'A whole guide' : labelOf(tag.replace('guide-', ''));

function startView(): TemplateResult {
  return html`
    <section aria-labelledby="start-title" class="start">
      <h2 id="start-title">1. What do you want to make?</h2>
      <div class="row">
        <div class="field">
          <label for="tag">Element</label>
          <select
            id="tag"
            @change=${(event: Event) => void fresh((event.target as HTMLSelectElement).value as GuideTag)}
          >
            ${['patient-guide', ...tags.filter((tag) => tag !== 'patient-guide')].map(
              (tag) => html`
                <option value=${tag} .selected=${live(tag === work.tag)}>${summaryOf(tag as GuideTag)}</option>
              `,
            )}
          </select>
        </div>
        <div class="field">
          <label for="example">Start from an example</label>
          <select
            id="example"
            .value=${live('')}
            @change=${(event: Event) => void example((event.target as HTMLSelectElement).value)}
          >
            <option value="">Choose …</option>
            <option value="own">An example of this element</option>
            ${Object.entries(GUIDES).map(([name, title]) => html`<option value=${name}>Whole guide: ${title}</option>`)}
          </select>
        </div>
      </div>
      <p class="hint">${schema.description} It is <code>&lt;${work.tag}&gt;</code> in a page.</p>
      <div class="actions">
        <label class="file button"
          >Open a file<input type="file" accept=".json,application/json" @change=${openFile}
        /></label>
        <button type="button" ?disabled=${!isJson} @click=${save}>Save as a file</button>
        <button type="button" @click=${() => void keep().then(() => copy(location.href))}>
          Copy a link to this work
        </button>
        <button type="button" @click=${() => editor?.undo()}>Undo</button>
        <button type="button" @click=${() => editor?.redo()}>Redo</button>
      </div>
    </section>
  `;
}

function contentView(): TemplateResult {
  const form = {
    content,
    fault: verdict.fault,
    left,
    change: (value: unknown) => change({ json: pretty(value) }),
    leave: (path: string) => {
      left = new Set([...left, path]);
      update();
    },
    announce: (words: string, focus?: string) => {
      say(words);
      if (focus) document.querySelector<HTMLElement>(focus)?.focus();
    },
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
          ${contentForm(form, schema)}
        </form>
        <div class="editor" ?hidden=${pane === 'Form'}></div>
      </div>
      ${statusView()}
    </section>
  `;
}

/** What the kit says, in its own words. */
function statusView(): TemplateResult {
  const { fault, warnings } = verdict;
  const place = fault?.line ? `Line ${fault.line}, column ${fault.column}` : fault?.path;
  return html`
    <div class="status">
      ${
        fault
          ? html`
              <p class="todo">
                <strong>Next:</strong> ${place ? html`<code>${place}</code>: ` : nothing}found ${fault.found}, expected
                ${fault.expected}. Fix: ${fault.fix}.
              </p>
            `
          : html`<p class="done">Complete: the code below is ready.</p>`
      }
      ${warnings.map((warning) => html`<p class="warning">${warning}</p>`)}
    </div>
  `;
}

function update(): void {
  render(
    html`
      ${startView()}
      <div class="desk">
        ${contentView()}
        ${lookView({
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
        embeds: verdict.fault ? [] : embeds,
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
// A link to other work that is opened in the same tab.
addEventListener('hashchange', () => void openLink());
