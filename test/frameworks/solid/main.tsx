import type {} from 'patient-guide/types/solid';
import { For, Show, createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { open } from '../behaviours.js';
import { type State, action, box, disclaimer, hear, initial, listen, section, summary, wrong } from '../scenario.js';

const [state, setState] = createSignal<State>(initial);

const App = () => (
  <>
    <Show when={state().isShown}>
      <guide-faq
        id="faq"
        content={state().faq}
        prop:headingLevel={state().level}
        single={state().single}
        ref={listen}
        on:guide-ready={(event) => hear(event)}
        on:guide-toggle={(event) => hear(event, event.index, event.open)}
      />
    </Show>
    <guide-summary id="empty" content={summary} lang={state().lang} />
    <guide-takeaways id="json" attr:data-content={state().json} heading-level={state().level} />
    <guide-cta id="action" content={action} on:guide-action={(event) => hear(event, event.action)} />
    <guide-disclaimer id="disclaimer" content={disclaimer} on:guide-dismiss={(event) => hear(event)} />
    <guide-faq id="wrong" content={wrong} on:guide-error={(event) => hear(event, event.error.element)} />
    <guide-faq id="null" content={state().late ?? null}>
      <p>{state().fallback}</p>
    </guide-faq>
    <guide-faq id="undefined" content={state().late}>
      <p>{state().fallback}</p>
    </guide-faq>
    <guide-faq id="blank" content={state().late ?? ''}>
      <p>{state().fallback}</p>
    </guide-faq>
    <guide-faq id="false" content={!!state().late && state().late}>
      <p>{state().fallback}</p>
    </guide-faq>
    <ul>
      <For each={state().list}>
        {({ content }) => (
          <li>
            <guide-faq content={content} />
          </li>
        )}
      </For>
    </ul>
    <guide-section id="later" content={section} />
    <guide-section id="later-by-hand" prop:content={section} />
  </>
);

const unmount = render(App, box);

open({ set: (change) => setState((before) => ({ ...before, ...change })), unmount });
