import { html, nothing, type TemplateResult } from 'lit';
import { codeView } from './code-view.js';
import type { Diagnosis } from './doctor.js';

/** The paste doctor’s last diagnosis, and the element it is for. */
interface Doctor {
  readonly diagnosis: Diagnosis | undefined;
  /** The code to paste instead of the broken code. */
  readonly repaired: string;
  readonly onExamine: (pasted: string) => void;
  readonly onCopy: (code: string) => void;
  readonly onOpen: (diagnosis: Diagnosis) => void;
}

export const doctorView = (doctor: Doctor): TemplateResult => html`
  <section aria-labelledby="doctor-title" class="doctor">
    <h2 id="doctor-title">Repair code</h2>
    <div class="field">
      <label for="broken">Code that does not work any more</label>
      <p class="hint" id="broken-hint">
        Paste it as it is in your page or file now: a piece of HTML, JSON, or an encoded content.
      </p>
      <textarea id="broken" rows="6" aria-describedby="broken-hint" spellcheck="false"></textarea>
    </div>
    <div class="actions">
      <button
        type="button"
        class="main"
        @click=${() => doctor.onExamine(document.querySelector<HTMLTextAreaElement>('#broken')!.value)}
      >
        Find out what is wrong
      </button>
    </div>
    <div class="diagnosis" role="status">${doctor.diagnosis ? diagnosisView(doctor, doctor.diagnosis) : nothing}</div>
  </section>
`;

const diagnosisView = ({ repaired, onCopy, onOpen }: Doctor, diagnosis: Diagnosis): TemplateResult => html`
  <h3>${diagnosis.findings.length ? 'What was wrong' : 'Nothing is wrong with it'}</h3>
  ${
    diagnosis.findings.length
      ? html`<ul>
          ${diagnosis.findings.map((finding) => html`<li>${finding}</li>`)}
        </ul>`
      : html`<p>The code is right. If nothing is to be seen, look whether the page has the script, too.</p>`
  }
  ${
    diagnosis.json === undefined
      ? nothing
      : html`
          <h3>Repaired</h3>
          ${codeView('Repaired code', repaired)}
          <div class="actions">
            <button type="button" @click=${() => onCopy(repaired)}>Copy the repaired code</button>
            <button type="button" @click=${() => onOpen(diagnosis)}>Open it in the builder</button>
          </div>
        `
  }
`;
