import { autocompletion, closeBrackets, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  invertedEffects,
  isolateHistory,
  redo,
  undo,
} from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { ContentIssue } from '../../src/content/content-error.js';
import type { GuideTag } from '../../src/server/index.js';
import { type JsonSchema, eachOf, fieldsOf, outwards, pathText } from './schema.js';

type Node = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
]);

/** Which element the text is for: undo must restore it too. */
const setTag = StateEffect.define<GuideTag>();
const tagField = StateField.define<GuideTag>({
  create: () => 'guide-faq',
  update: (tag, { effects }) => effects.find((effect) => effect.is(setTag))?.value ?? tag,
});
const undoneTag = invertedEffects.of(({ effects, startState }) =>
  effects.some((effect) => effect.is(setTag)) ? [setTag.of(startState.field(tagField))] : [],
);

/** The JSON editor; it also receives the form’s changes, so that one undo history covers both. */
export class JsonEditor {
  readonly #view: EditorView;
  #schema: JsonSchema = {};
  #isOwnChange = false;

  constructor(parent: Element, text: string, tag: GuideTag, onChange: (text: string, tag: GuideTag) => void) {
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          tagField.init(() => tag),
          undoneTag,
          history(),
          json(),
          bracketMatching(),
          closeBrackets(),
          syntaxHighlighting(colours),
          autocompletion({ override: [(context) => this.#complete(context)] }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'Content as JSON' }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged && !this.#isOwnChange) onChange(state.doc.toString(), state.field(tagField));
          }),
        ],
      }),
    });
  }

  set schema(schema: JsonSchema) {
    this.#schema = schema;
  }

  /** Changes only what is different, so that the cursor and history are kept. */
  show(text: string, tag: GuideTag): void {
    const old = this.#view.state.doc.toString();
    const isOther = tag !== this.#view.state.field(tagField);
    if (text === old && !isOther) return;
    let from = 0;
    while (from < old.length && old[from] === text[from]) from++;
    let end = 0;
    while (end < Math.min(old.length, text.length) - from && old.at(-1 - end) === text.at(-1 - end)) end++;
    const insert = text.slice(from, text.length - end);
    const to = old.length - end;
    // Undo groups consecutive typing; a new entry or example is undone by itself.
    const isTyped = insert.length < 2 && to - from < 2;
    this.#isOwnChange = true;
    this.#view.dispatch({
      changes: { from, to, insert },
      effects: isOther ? setTag.of(tag) : [],
      annotations: isTyped ? [] : isolateHistory.of('full'),
    });
    this.#isOwnChange = false;
  }

  /** Marks the place of an error. */
  mark(error: ContentIssue | undefined): void {
    const { state } = this.#view;
    const diagnostics: Diagnostic[] = error
      ? [
          {
            ...this.#placeOf(error),
            severity: 'error',
            message: `Found ${error.found}, expected ${error.expected}. Fix: ${error.fix}.`,
          },
        ]
      : [];
    this.#view.dispatch(setDiagnostics(state, diagnostics));
  }

  /** Puts the cursor there. */
  goTo(error: ContentIssue): void {
    this.#view.dispatch({ selection: { anchor: this.#placeOf(error).from }, scrollIntoView: true });
    this.#view.focus();
  }

  undo(): void {
    undo(this.#view);
  }

  redo(): void {
    redo(this.#view);
  }

  #placeOf({ line, column = 1, path = '' }: ContentIssue): { from: number; to: number } {
    const { doc } = this.#view.state;
    if (line) {
      const from = Math.min(doc.line(Math.min(line, doc.lines)).from + column - 1, doc.length);
      return { from, to: Math.min(from + 1, doc.length) };
    }
    // Something missing is marked at the nearest place around it that exists.
    for (const place of outwards(path)) {
      const found = this.#find(place);
      if (found) return { from: found.from, to: found.to };
    }
    return { from: 0, to: Math.min(1, doc.length) };
  }

  #find(path: string): Node | undefined {
    let found: Node | undefined;
    syntaxTree(this.#view.state).iterate({
      enter: ({ node }) => {
        if (!found && VALUES.test(node.name) && pathText(this.#pathOf(node)) === path) found = node;
      },
    });
    return found;
  }

  /** Keys and positions that lead to a node. */
  #pathOf(node: Node): (string | number)[] {
    const path: (string | number)[] = [];
    for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
      if (outer.name === 'Property') path.unshift(this.#nameOf(outer) ?? '');
      if (outer.name === 'Array') {
        let index = 0;
        for (let before = inner.prevSibling; before; before = before.prevSibling) if (VALUES.test(before.name)) index++;
        path.unshift(index);
      }
    }
    return path;
  }

  #nameOf(property: Node): string | undefined {
    const name = property.getChild('PropertyName');
    const text = name && this.#view.state.sliceDoc(name.from, name.to);
    return text?.replaceAll('"', '');
  }

  #complete(context: CompletionContext): CompletionResult | null {
    const word = context.matchBefore(/"?[\w$]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    const isName =
      node.name === 'PropertyName' || node.name === 'Object' || node.name === 'Property' || node.name === '{';
    const property = node.name === 'PropertyName' ? node.parent! : node;
    const owner = isName ? (property.name === 'Object' ? property : property.parent!) : node;
    const schema = this.#schemaAt(this.#pathOf(owner));
    if (!schema) return null;
    const after = context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? context.pos + 1 : context.pos;
    const options = isName
      ? fieldsOf(schema).map(([key, { description }]) => ({
          label: `"${key}"`,
          apply: `"${key}"${/^\s*:/.test(context.state.sliceDoc(after, after + 9)) ? '' : ': '}`,
          info: description ?? '',
          type: 'property',
        }))
      : (schema.enum ?? (schema.type === 'boolean' ? ['true', 'false'] : [])).map((value) => ({
          label: schema.type === 'string' ? `"${value}"` : `${value}`,
        }));
    return { from: word.from, to: after, options };
  }

  #schemaAt(path: readonly (string | number)[]): JsonSchema | undefined {
    return path.reduce<JsonSchema | undefined>(
      (schema, key) =>
        typeof key === 'number' ? schema?.items : (schema?.properties?.[key] ?? (schema && eachOf(schema))),
      this.#schema,
    );
  }
}

const VALUES = /^(?:String|Number|True|False|Null|Object|Array)$/;
