import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GuideTag } from '../../src/server/index.js';
import { tags } from './content.js';
import { labelOf } from './words.js';

/** Whole guides to start from; an element’s example is in its schema. */
export const GUIDES = {
  'spinal-fusion': 'Is spinal fusion overused?',
  'first-visit': 'Your first visit',
  'spinal-fusion.es': 'In Spanish',
};

interface Start {
  readonly tag: GuideTag;
  readonly description: string | undefined;
  readonly isSavable: boolean;
  readonly onTag: (tag: GuideTag) => void;
  /** The name of a guide, or `own` for the element’s own example. */
  readonly onExample: (name: string) => void;
  readonly onFile: (file: File) => void;
  readonly onSave: () => void;
  readonly onLink: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** What to build, and what to start from. */
export function startView(start: Start): TemplateResult {
  const chooseExample = ({ target }: Event) => {
    const { value } = target as HTMLSelectElement;
    if (value) start.onExample(value);
  };
  const openFile = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) start.onFile(file);
    // Lets the same file be opened again.
    input.value = '';
  };
  return html`
    <section aria-labelledby="start-title" class="start">
      <h2 id="start-title">1. What do you want to make?</h2>
      <div class="row">
        <div class="field">
          <label for="tag">Element</label>
          <select
            id="tag"
            @change=${({ target }: Event) => start.onTag((target as HTMLSelectElement).value as GuideTag)}
          >
            ${['patient-guide' as const, ...tags.filter((tag) => tag !== 'patient-guide')].map(
              (tag) => html`<option value=${tag} .selected=${live(tag === start.tag)}>${nameOf(tag)}</option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="example">Start from an example</label>
          <select id="example" .value=${live('')} @change=${chooseExample}>
            <option value="">Choose …</option>
            <option value="own">An example of this element</option>
            ${Object.entries(GUIDES).map(([name, title]) => html`<option value=${name}>Whole guide: ${title}</option>`)}
          </select>
        </div>
      </div>
      <p class="hint">${start.description} It is <code>&lt;${start.tag}&gt;</code> in a page.</p>
      <div class="actions">
        <label class="file button"
          >Open a file<input type="file" accept=".json,application/json" @change=${openFile}
        /></label>
        <button type="button" ?disabled=${!start.isSavable} @click=${start.onSave}>Save as a file</button>
        <button type="button" @click=${start.onLink}>Copy a link to this work</button>
        <button type="button" @click=${start.onUndo}>Undo</button>
        <button type="button" @click=${start.onRedo}>Redo</button>
      </div>
    </section>
  `;
}

const nameOf = (tag: GuideTag): string =>
  tag === 'patient-guide' ? 'A whole guide' : labelOf(tag.replace('guide-', ''));
