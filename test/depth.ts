/** CI goes through everything (`THOROUGH=1`); `npm test` through a part, because somebody waits for it. */
const isThorough = process.env['THOROUGH'] === '1';

/** How many inputs a property test makes up: all in CI, otherwise a fifth. */
export const runs = (all: number): number => (isThorough ? all : Math.ceil(all / 5));

/** The values to try: all in CI, otherwise every fourth, starting with another one each turn. */
export const share = <Value>(all: readonly Value[], turn: number): readonly Value[] =>
  isThorough ? all : all.filter((_, index) => index % 4 === turn % 4);
