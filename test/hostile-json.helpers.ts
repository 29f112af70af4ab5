import { expect } from '@open-wc/testing';

const PROTOTYPES = [Object, Array, String, Number, Function, Map, HTMLElement].map(
  ({ prototype }) => prototype as object,
);
const keysOf = (object: object) => Reflect.ownKeys(object).map(String).join();

/** Expects after each test that content has not changed what every object inherits. */
export function expectUnchangedPrototypes(): void {
  const before = PROTOTYPES.map(keysOf);
  afterEach(() => {
    expect(PROTOTYPES.map(keysOf), 'what every object inherits').to.deep.equal(before);
  });
}
