import type { EmitFn, HTMLAttributes } from 'vue';
import type { Given, GuideEvent, GuideTag } from '../elements.js';

type Common = Omit<HTMLAttributes, 'content'>;
type Emit = EmitFn<{ [Name in GuideEvent]: (event: HTMLElementEventMap[Name]) => void }>;
type Elements = { [Tag in GuideTag]: new () => { $props: Given<Tag, 'on'> & Common; $emit: Emit } };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
