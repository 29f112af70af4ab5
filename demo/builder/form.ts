import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContentIssue } from '../../src/content/content-error.js';
import { proseField } from './prose-field.js';
import {
  type JsonSchema,
  type Keyed,
  type Path,
  at,
  blankItem,
  blankOf,
  eachOf,
  fieldsOf,
  isProse,
  outwards,
  pathText,
  withValue,
} from './schema.js';
import { entryName, hintOf, labelOf, listLabel } from './words.js';

/** What every field of the form needs. */
export interface Form {
  readonly content: unknown;
  readonly error: ContentIssue | undefined;
  /** Fields that have lost focus once: missing values are not reported before that. */
  readonly left: ReadonlySet<string>;
  change(content: unknown): void;
  leave(path: string): void;
  /** Reports a change. */
  say(words: string): void;
}

interface Place {
  readonly schema: JsonSchema;
  readonly path: Path;
  readonly label: string;
  readonly isRequired: boolean;
  /** If there are many parts, each starts closed, so that all of them are visible. */
  readonly isOneOfMany?: boolean;
}

/** With more parts than this, they no longer fit on the screen at once. */
const MANY = 4;

const idOf = (path: Path): string => `field-${pathText(path)}`;

/** The form for an element’s content, from its published schema. */
export const contentForm = (form: Form, schema: JsonSchema): TemplateResult => fields(form, schema, []);

function fields(form: Form, schema: JsonSchema, path: Path): TemplateResult {
  const isRequired = (key: string) => schema.required?.includes(key) ?? false;
  // Optional ids are for experts, so they come last.
  const isLate = (key: string) => Number(key === 'id' && !isRequired(key));
  const sorted = fieldsOf(schema).sort(([one], [other]) => isLate(one) - isLate(other));
  const isOneOfMany = sorted.filter(([, { type = '' }]) => /array|object/.test(type)).length > MANY;
  return html`${sorted.map(([key, inner]) =>
    field(form, {
      schema: inner,
      path: [...path, key],
      label: inner.type === 'array' ? listLabel(key, inner.items?.properties) : labelOf(key),
      isRequired: isRequired(key),
      isOneOfMany,
    }),
  )}`;
}

/** Goes to the field for a place in the content, or to the nearest one around it, and opens the parts it is in. */
export function goToField(place: string): void {
  const found = outwards(place)
    .map((each) => document.getElementById(idOf([each])))
    .find((element) => element !== null);
  focusField(found?.querySelector<HTMLElement>(FIELDS) ?? found);
}

const FIELDS = 'input, select, textarea, .add';

function focusField(field: HTMLElement | null | undefined): void {
  for (let part = field?.closest('details'); part; part = part.parentElement!.closest('details')) part.open = true;
  field?.focus();
}

/** Reports a change, and moves keyboard focus. */
function announce(form: Form, words: string, focus: string): void {
  form.say(words);
  focusField(document.querySelector<HTMLElement>(focus));
}

function field(form: Form, place: Place): TemplateResult {
  const { schema, path } = place;
  if (schema.type === 'array') return isChoice(form, place) ? choices(form, place) : list(form, place);
  if (schema.type === 'object') return eachOf(schema) ? record(form, place) : group(form, place);
  if (schema.type === 'boolean') return tick(form, place, at(form.content, path) === true, (is) => is || undefined);
  return line(form, place);
}

/** Sets a value; empty optional values are removed. */
function set(form: Form, { path, isRequired }: Pick<Place, 'path' | 'isRequired'>, value: unknown): void {
  form.change(withValue(form.content, path, value === '' && !isRequired ? undefined : value));
}

function line(form: Form, place: Place): TemplateResult {
  const { schema, path, label, isRequired } = place;
  const id = idOf(path);
  const value = at(form.content, path);
  const error = errorAt(form, path);
  const describedBy = `${id}-hint${error ? ` ${id}-error` : ''}`;
  const shown = typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
  const onInput = (text: string) => {
    const isNumber = schema.type === 'number' && text !== '';
    set(form, place, isNumber ? Number(text) : text);
  };
  const onLeave = () => form.leave(pathText(path));
  return html`
    <div class="field">
      <label for=${id}>${label}${isRequired ? html` <span class="required">required</span>` : nothing}</label>
      <p class="hint" id="${id}-hint">${hintOf(schema.description)}</p>
      ${
        isProse(schema)
          ? proseField({ id, label, value: shown, describedBy, isRequired, isWrong: !!error, onInput, onLeave })
          : schema.enum
            ? html`
                <select
                  id=${id}
                  aria-describedby=${describedBy}
                  @change=${(event: Event) => onInput((event.target as HTMLSelectElement).value)}
                >
                  ${isRequired ? nothing : html`<option value="" ?selected=${!shown}>Default</option>`}
                  ${schema.enum.map((each) => html`<option ?selected=${`${each}` === shown}>${each}</option>`)}
                </select>
              `
            : html`
                <input
                  id=${id}
                  type=${schema.type === 'number' ? 'number' : 'text'}
                  step="any"
                  aria-describedby=${describedBy}
                  aria-required=${isRequired}
                  aria-invalid=${!!error}
                  .value=${live(shown)}
                  @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
                  @blur=${onLeave}
                />
              `
      }
      ${problem(id, error)}
      ${
        schema.description?.includes('`""` hides the heading')
          ? tick(form, { ...place, label: 'Show no heading' }, value === '', (is) => (is ? '' : undefined))
          : nothing
      }
    </div>
  `;
}

function tick(form: Form, place: Place, isOn: boolean, valueOf: (is: boolean) => unknown): TemplateResult {
  const { path, label, schema } = place;
  const change = (event: Event) =>
    form.change(withValue(form.content, path, valueOf((event.target as HTMLInputElement).checked)));
  return html`
    <label class="tick">
      <input type="checkbox" .checked=${live(isOn)} @change=${change} />
      <span
        >${label}${schema.type === 'boolean' ? html`<span class="hint">${hintOf(schema.description)}</span>` : nothing}</span
      >
    </label>
  `;
}

/** A list of ids that refer to another list: the nearest one of the same name further out. */
const isChoice = (form: Form, { schema, path }: Place): boolean =>
  schema.items?.type === 'string' && !!idsFor(form, path);

function idsFor(form: Form, path: Path): Keyed[] | undefined {
  const name = path.at(-1) === 'answers' ? 'options' : path.at(-1)!;
  for (let end = path.length - 2; end >= 0; end--) {
    const outer = at(form.content, [...path.slice(0, end), name]);
    if (Array.isArray(outer)) return outer as Keyed[];
  }
  return undefined;
}

function choices(form: Form, { schema, path, label }: Place): TemplateResult {
  const chosen = (at(form.content, path) ?? []) as string[];
  const toggle = (id: string) =>
    form.change(
      withValue(form.content, path, chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]),
    );
  return html`
    <fieldset id=${idOf(path)}>
      <legend>${label}</legend>
      <p class="hint">${hintOf(schema.description)}</p>
      ${idsFor(form, path)!.map(
        ({ id, name }) => html`
          <label class="tick">
            <input
              type="checkbox"
              .checked=${live(chosen.includes(id as string))}
              @change=${() => toggle(id as string)}
            />
            <span>${name || id}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** A text for each entry in another list, by id. */
function record(form: Form, { schema, path, label }: Place): TemplateResult {
  return html`
    <fieldset id=${idOf(path)}>
      <legend>${label}</legend>
      <p class="hint">${hintOf(schema.description)}</p>
      ${(idsFor(form, path) ?? []).map(({ id, name }) =>
        field(form, {
          schema: eachOf(schema)!,
          path: [...path, id as string],
          label: `${label}: ${(name as string) || (id as string)}`,
          isRequired: false,
        }),
      )}
    </fieldset>
  `;
}

function group(form: Form, place: Place): TemplateResult {
  const { schema, path, label, isRequired } = place;
  const id = idOf(path);
  const name = label.toLowerCase();
  if (at(form.content, path) === undefined) {
    const add = () => {
      set(form, place, blankOf(schema));
      announce(form, `${label} added`, `[id="${id}"] :is(input, textarea)`);
    };
    return html`
      <p class="absent" id=${id}>
        <button type="button" class="add" @click=${add}>Add ${name}</button>
        <span class="hint">${hintOf(schema.description)}</span>
      </p>
    `;
  }
  const remove = () => {
    set(form, place, undefined);
    announce(form, `${label} removed`, `[id="${id}"] button`);
  };
  const inside = html`
    <p class="hint">${hintOf(schema.description)}</p>
    ${problem(id, errorAt(form, path))} ${fields(form, schema, path)}
    ${isRequired ? nothing : html`<button type="button" class="quiet" @click=${remove}>Remove ${name}</button>`}
  `;
  return part(form, place, nothing, inside);
}

/** A part in its own box, which can be closed. */
function part(form: Form, place: Place, count: number | typeof nothing, inside: TemplateResult): TemplateResult {
  const { path, label, isOneOfMany } = place;
  const isNext = outwards(form.error?.path ?? '').includes(pathText(path));
  return html`
    <details class="part" id=${idOf(path)} ?open=${!isOneOfMany}>
      <summary>
        ${label} <span class="hint">${count}</span>
        ${isOneOfMany && isNext ? html`<span class="todo">to do</span>` : nothing}
      </summary>
      <div role="group" aria-label=${label}>${inside}</div>
    </details>
  `;
}

function list(form: Form, place: Place): TemplateResult {
  const { schema, path, isRequired } = place;
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  const id = idOf(path);
  const key = path.at(-1) as string;
  const entry = entryName(key, items.properties);
  const given = at(form.content, path);
  const entries: readonly unknown[] = Array.isArray(given) ? given : [];
  const give = (changed: readonly unknown[]) => set(form, place, changed.length || isRequired ? changed : undefined);
  const first = (index: number) => `[id="${id}"] [data-entry="${index}"] :is(input, textarea)`;
  const button = (index: number, name: string) => `[id="${id}"] [data-entry="${index}"] [data-does="${name}"]`;

  const add = () => {
    give([...entries, blankItem(schema, key, entries.length, entries)]);
    announce(form, `${entry} ${entries.length + 1} added`, first(entries.length));
  };
  const remove = (index: number) => {
    give(entries.filter((_, i) => i !== index));
    const next = Math.min(index, entries.length - 2);
    announce(form, `${entry} ${index + 1} removed`, next < 0 ? `[id="${id}"] .add` : button(next, 'remove'));
  };
  const move = (index: number, to: number) => {
    const others = entries.filter((_, i) => i !== index);
    give(others.toSpliced(to, 0, entries[index]));
    // At either end, the pressed button is disabled, so focus the other one.
    const isFirst = to === 0 || (to > index && to < entries.length - 1);
    const does = isFirst ? 'down' : 'up';
    announce(form, `${entry} ${index + 1} is number ${to + 1} now`, button(to, does));
  };
  const does = (index: number, name: string, words: string, isOff: boolean, action: () => void) => html`
    <button
      type="button"
      class="quiet"
      data-does=${name}
      aria-label="${words} ${entry} ${index + 1}"
      ?disabled=${isOff}
      @click=${action}
    >
      ${words}
    </button>
  `;
  const inside = html`
    <p class="hint">${hintOf(schema.description)}</p>
    ${problem(id, errorAt(form, path))}
    ${entries.map(
      (_, index) => html`
        <fieldset class="entry" data-entry=${index}>
          <legend>${labelOf(entry)} ${index + 1}</legend>
          ${
            items.type === 'object'
              ? fields(form, items, [...path, index])
              : field(form, {
                  schema: { ...items },
                  path: [...path, index],
                  label: `${labelOf(entry)} ${index + 1}`,
                  isRequired: true,
                })
          }
          <div class="actions">
            ${does(index, 'up', 'Move up', index === 0, () => move(index, index - 1))}
            ${does(index, 'down', 'Move down', index === entries.length - 1, () => move(index, index + 1))}
            ${does(index, 'remove', 'Remove', entries.length <= minItems, () => remove(index))}
          </div>
        </fieldset>
      `,
    )}
    <button type="button" class="add" ?disabled=${entries.length >= maxItems} @click=${add}>Add a ${entry}</button>
  `;
  return part(form, place, entries.length, inside);
}

/** The kit’s own message about this place; an empty field has none before it has lost focus. */
function errorAt({ error, left, content }: Form, path: Path): string | undefined {
  const text = pathText(path);
  if (!error || error.path !== text) return undefined;
  const value = at(content, path);
  if ((value === '' || value === undefined) && !left.has(text)) return undefined;
  return `Found ${error.found}, expected ${error.expected}.`;
}

const problem = (id: string, error: string | undefined): TemplateResult | typeof nothing =>
  error ? html`<p class="problem" id="${id}-error">${error}</p>` : nothing;
