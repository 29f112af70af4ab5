import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { GuideChecklist } from '../../src/elements/guide-checklist/guide-checklist.js';
import { find, findAll, settled } from '../helpers.js';

export const DISC = 'Is the disc still viable?';

export const TEAR = 'Is there a tear?';

export const OWN = 'May I keep my blood thinner?';

export const rowOf = (list: GuideChecklist, question: string) =>
  findAll(list, 'li').find((row) => row.querySelector('label')!.textContent.trim() === question)!;

export const boxOf = (list: GuideChecklist, question: string) => rowOf(list, question).querySelector('input')!;

export const noteOf = (list: GuideChecklist, question: string) => rowOf(list, question).querySelector('textarea')!;

export const ownField = (list: GuideChecklist) => find<HTMLInputElement>(list, '.own input');

export const buttonNamed = (list: GuideChecklist, name: string) =>
  findAll(list, 'button').find((button) => button.textContent.trim() === name)!;

export async function type(list: GuideChecklist, field: HTMLElement, text: string): Promise<void> {
  field.focus();
  await sendKeys({ type: text });
  await list.updateComplete;
}

/** For a long text: as keys, each letter would take a trip through the browser's driver. */
export async function paste(list: GuideChecklist, field: HTMLElement, text: string): Promise<void> {
  field.focus();
  document.execCommand('insertText', false, text);
  await list.updateComplete;
}

export async function addOwn(list: GuideChecklist, question: string, enter = type): Promise<void> {
  await enter(list, ownField(list), question);
  await sendKeys({ press: 'Enter' });
  await list.updateComplete;
}

/** Presses Print once and passes the page that would be printed to `look`. */
export async function print(list: GuideChecklist, look: (page: Document) => void = () => undefined): Promise<void> {
  const original = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  let prints = 0;
  try {
    await new Promise<void>((done, failed) => {
      const contentWindow = function (this: HTMLIFrameElement) {
        const view = original.get!.call(this) as Window;
        view.print = () => {
          prints++;
          try {
            look(view.document);
          } catch (error) {
            failed(error instanceof Error ? error : new Error(String(error)));
          }
          view.dispatchEvent(new Event('afterprint'));
          done();
        };
        return view;
      };
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { configurable: true, get: contentWindow });
      findAll<HTMLElement>(list, 'button')
        .find((button) => /Print|Imprimir/.test(button.textContent))!
        .click();
    });
    await settled();
  } finally {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', original);
  }
  expect([prints, findAll(list, 'iframe').length]).to.deep.equal([1, 0]);
}
