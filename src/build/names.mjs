/** `guide-faq` is GuideFaq, as a tag and its class, an event and its. */
export const classOf = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** Of those that have the same name, the first. */
export const unique = (items) =>
  items.filter(({ name }, index) => items.findIndex((item) => item.name === name) === index);
