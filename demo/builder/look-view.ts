import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { contrast, ENOUGH, fromHex, type Rgb } from './contrast.js';
import type { Finding, View } from './preview.js';
import type { Work } from './work.js';

interface Look {
  /** What the kit says about the content that is shown. */
  readonly status: TemplateResult;
  readonly view: View;
  readonly tokens: Work['tokens'];
  /** `undefined` until somebody asks. */
  readonly findings: readonly Finding[] | undefined;
  /** The preview’s background. */
  readonly background: Rgb | undefined;
  readonly onView: (view: Partial<View>) => void;
  readonly onTokens: (tokens: Work['tokens']) => void;
  readonly onCheck: () => void;
}

const VIEWS = {
  width: { label: 'Screen', values: { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop' } },
  host: { label: 'Page', values: { plain: 'Plain', wordpress: 'WordPress', bootstrap: 'Bootstrap' } },
  scheme: { label: 'Colours', values: { light: 'Light', dark: 'Dark' } },
  direction: { label: 'Reads', values: { ltr: 'Left to right', rtl: 'Right to left' } },
} as const;

const CHOICES = {
  font: {
    label: 'Font',
    values: { '': 'The page’s own', 'Georgia, serif': 'Serif', 'system-ui, sans-serif': 'Sans serif' },
  },
  space: { label: 'Spacing', values: { '': 'Normal', '0.75em': 'Close', '1.25em': 'Wide' } },
} as const;

const ACCENT = '#0b6e79';

/** The preview and the controls for its look. */
export function lookView(look: Look): TemplateResult {
  return html`
    <section aria-labelledby="look-title" class="look">
      <h2 id="look-title">3. See it, and give it your look</h2>
      ${look.status}
      <div class="row">
        ${Object.entries(VIEWS).map(([name, { label, values }]) =>
          select(name, label, values, look.view[name as keyof View], (value) => look.onView({ [name]: value })),
        )}
      </div>
      <div class="stage"><iframe title="Preview" sandbox="allow-scripts"></iframe></div>
      <div class="row">
        ${Object.entries(CHOICES).map(([name, { label, values }]) =>
          select(name, label, values, look.tokens[name] ?? '', (value) =>
            look.onTokens(withToken(look.tokens, name, value)),
          ),
        )}
        ${accentView(look)}
      </div>
      <div class="actions"><button type="button" @click=${() => look.onCheck()}>Check accessibility</button></div>
      <div role="status">${look.findings ? findingsView(look.findings) : nothing}</div>
    </section>
  `;
}

function select(
  name: string,
  label: string,
  values: Readonly<Record<string, string>>,
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`
    <div class="field">
      <label for="look-${name}">${label}</label>
      <select id="look-${name}" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${Object.entries(values).map(
          ([value, words]) => html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`,
        )}
      </select>
    </div>
  `;
}

function withToken(tokens: Work['tokens'], name: string, value: string): Work['tokens'] {
  return Object.fromEntries(Object.entries({ ...tokens, [name]: value }).filter(([, given]) => given));
}

function accentView({ tokens, background, onTokens }: Look): TemplateResult {
  const { accent } = tokens;
  const ratio = accent && background && contrast(fromHex(accent), background);
  return html`
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          .checked=${live(!!accent)}
          @change=${() => onTokens(withToken(tokens, 'accent', accent ? '' : ACCENT))}
        />
        <span>Accent colour of your own</span>
      </label>
      ${
        accent
          ? html`
              <label for="accent" class="hidden">Accent colour</label>
              <input
                type="color"
                id="accent"
                aria-describedby="contrast"
                .value=${live(accent)}
                @input=${(event: Event) => onTokens({ ...tokens, accent: (event.target as HTMLInputElement).value })}
              />
            `
          : nothing
      }
      <p class="hint" id="contrast" role="status">
        ${
          ratio
            ? html`Contrast with this page ${ratio.toFixed(1)} to 1:
              ${ratio >= ENOUGH ? 'enough (3 to 1 is needed).' : 'too weak, 3 to 1 is needed. Choose a darker or lighter one.'}`
            : nothing
        }
      </p>
    </div>
  `;
}

const findingsView = (findings: readonly Finding[]): TemplateResult =>
  findings.length
    ? html`
        <h3>${findings.length === 1 ? 'One finding' : `${findings.length} findings`}</h3>
        <ul>
          ${findings.map(
            ({ help, description, impact, places }) => html`
              <li>
                <strong>${help}</strong> (${impact}). ${description}.
                <ul>
                  ${places.map((place) => html`<li><code>${place}</code></li>`)}
                </ul>
              </li>
            `,
          )}
        </ul>
      `
    : html`<p class="done">
        axe found nothing to mend in this state of the preview. People find more than a program: try it by keyboard,
        too.
      </p>`;
