import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Format {
  readonly label: string;
  readonly sign: string;
  readonly key?: string;
  /** What replaces the selected text, and which part of it is then selected. */
  readonly write: (words: string) => readonly [before: string, chosen: string, after: string];
}

const FORMATS: readonly Format[] = [
  { label: 'Bold', sign: 'B', key: 'b', write: (words) => ['**', words || 'bold', '**'] },
  { label: 'Italic', sign: 'I', key: 'i', write: (words) => ['*', words || 'italic', '*'] },
  { label: 'Link', sign: 'Link', key: 'k', write: (words) => [`[${words || 'words of the link'}](`, 'https://', ')'] },
  {
    label: 'List',
    sign: 'List',
    write: (words) => ['\n\n', (words || 'first\nsecond').replace(/^(?:- )?/gm, '- '), '\n'],
  },
];

export interface ProseField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly describedBy: string;
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  onInput(value: string): void;
  onLeave(): void;
}

/** A text field for the kit’s Markdown subset, with buttons for all of it. */
export function proseField(field: ProseField): TemplateResult {
  const { id, label, value, describedBy, isRequired, isWrong } = field;
  const area = () => document.getElementById(id) as HTMLTextAreaElement;
  const onKey = (event: KeyboardEvent) => {
    const format = (event.ctrlKey || event.metaKey) && FORMATS.find(({ key }) => key === event.key);
    if (!format) return;
    event.preventDefault();
    apply(area(), format);
  };
  return html`
    <div class="prose">
      <div class="formats" role="group" aria-label="Format: ${label}">
        ${FORMATS.map(
          (format) => html`
            <button type="button" class="quiet ${format.label.toLowerCase()}" @click=${() => apply(area(), format)}>
              <span aria-hidden="true">${format.sign}</span><span class="hidden">${format.label}</span>
            </button>
          `,
        )}
      </div>
      <textarea
        id=${id}
        rows="3"
        aria-describedby=${describedBy}
        aria-required=${isRequired}
        aria-invalid=${isWrong}
        .value=${live(value)}
        @input=${(event: InputEvent) => field.onInput((event.target as HTMLTextAreaElement).value)}
        @blur=${() => field.onLeave()}
        @keydown=${onKey}
      ></textarea>
    </div>
  `;
}

function apply(area: HTMLTextAreaElement, { write }: Format): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const [before, chosen, after] = write(value.slice(start, end));
  const lead = start ? before : before.trimStart();
  area.setRangeText(lead + chosen + after, start, end);
  area.focus();
  area.setSelectionRange(start + lead.length, start + lead.length + chosen.length);
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
