import type { LitElement } from 'lit';
import type {} from 'patient-guide';

export type GuideTag = Extract<keyof HTMLElementTagNameMap, `guide-${string}` | 'patient-guide'>;
export type GuideEvent = Extract<keyof HTMLElementEventMap, `guide-${string}`>;

/** What a page may give an element: properties, attributes, and handlers by the framework's prefix for them. */
export type Given<Tag extends GuideTag, Prefix extends string> = Partial<
  Omit<HTMLElementTagNameMap[Tag], keyof LitElement | 'content'>
> & {
  content?: HTMLElementTagNameMap[Tag]['content'] | string | false | null;
  'data-content'?: string;
  'heading-level'?: number;
} & { [Name in GuideEvent as `${Prefix}${Name}`]?: (event: HTMLElementEventMap[Name]) => void };
