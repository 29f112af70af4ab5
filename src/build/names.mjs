/** `guide-faq` to `GuideFaq`: from a tag to its class, and from an event to its class. */
export const classOf = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** Of items with the same name, keeps the first. */
export const unique = (items) =>
  items.filter(({ name }, index) => items.findIndex((item) => item.name === name) === index);
