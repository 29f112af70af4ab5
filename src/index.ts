/** Public classes, content types and events. Importing this registers nothing. */
export * from './core/events.js';
export type { GuideFault } from './core/fault.js';
export { GuideElement } from './core/guide-element.js';
export * from './elements/guide-comparison/guide-comparison.js';
export type * from './elements/guide-comparison/guide-comparison.content.js';
export * from './elements/guide-disclaimer/guide-disclaimer.js';
export type * from './elements/guide-disclaimer/guide-disclaimer.content.js';
export * from './elements/guide-faq/guide-faq.js';
export type * from './elements/guide-faq/guide-faq.content.js';
export * from './elements/guide-takeaways/guide-takeaways.js';
export type * from './elements/guide-takeaways/guide-takeaways.content.js';
