// Angular's own packages finish compiling on the page.
import '@angular/compiler';
import { CUSTOM_ELEMENTS_SCHEMA, Component, type ElementRef, effect, signal, viewChild } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { GuideFaq, GuideSection } from 'patient-guide';
import { open } from '../behaviours.js';
import { type State, action, box, disclaimer, hear, initial, listen, section, summary, wrong } from '../scenario.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (state().isShown) {
      <guide-faq
        #faq
        id="faq"
        [content]="state().faq"
        [headingLevel]="state().level"
        [single]="state().single"
        (guide-ready)="hear($event)"
        (guide-toggle)="hear($event, $event.index, $event.open)"
      />
    }
    <guide-summary id="empty" [content]="summary" [lang]="state().lang" />
    <guide-takeaways id="json" [attr.data-content]="state().json" [attr.heading-level]="state().level" />
    <guide-cta id="action" [content]="action" (guide-action)="hear($event, $event.action)" />
    <guide-disclaimer id="disclaimer" [content]="disclaimer" (guide-dismiss)="hear($event)" />
    <guide-faq id="wrong" [content]="wrong" (guide-error)="hear($event, $event.error.element)" />
    <guide-faq id="null" [content]="state().late ?? null">
      <p>{{ state().fallback }}</p>
    </guide-faq>
    <guide-faq id="undefined" [content]="state().late">
      <p>{{ state().fallback }}</p>
    </guide-faq>
    <guide-faq id="blank" [content]="state().late ?? ''">
      <p>{{ state().fallback }}</p>
    </guide-faq>
    <guide-faq id="false" [content]="!!state().late && state().late">
      <p>{{ state().fallback }}</p>
    </guide-faq>
    <ul>
      @for (item of state().list; track item.id) {
        <li><guide-faq [content]="item.content" /></li>
      }
    </ul>
    <guide-section id="later" [content]="section" />
    <guide-section #later id="later-by-hand" />
  `,
})
class App {
  readonly state = signal<State>(initial);
  readonly summary = summary;
  readonly action = action;
  readonly disclaimer = disclaimer;
  readonly section = section;
  readonly wrong = wrong;
  readonly hear = hear;
  readonly faq = viewChild<ElementRef<GuideFaq>>('faq');
  readonly later = viewChild<ElementRef<GuideSection>>('later');

  constructor() {
    effect(() => {
      const faq = this.faq()?.nativeElement;
      if (faq) listen(faq);
    });
    effect(() => {
      const later = this.later()?.nativeElement;
      if (later) later.content = section;
    });
  }
}

box.append(document.createElement('app-root'));
const application = await bootstrapApplication(App);
const { state } = application.components[0]!.instance as App;

open({
  set: (change) => state.update((before) => ({ ...before, ...change })),
  unmount: () => application.destroy(),
});
