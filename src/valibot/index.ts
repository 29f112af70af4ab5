/**
 * Valibot as far as the kit uses it, for the files for a browser: schemas are read as data there, see core/check-content.ts,
 * and what runs them would be loaded for nothing. The same names make what checkContent reads of the package's own.
 */
interface Shape {
  readonly type: string;
}

export const string = (): Shape => ({ type: 'string' });
export const number = (): Shape => ({ type: 'number' });
export const boolean = (): Shape => ({ type: 'boolean' });
export const array = (item: Shape) => ({ type: 'array', item });
export const object = (entries: Record<string, Shape>) => ({ type: 'object', entries });
export const record = (_: Shape, value: Shape) => ({ type: 'record', value });
export const picklist = (options: readonly string[]) => ({ type: 'picklist', options });
export const optional = (wrapped: Shape) => ({ type: 'optional', wrapped });
export const pipe = (...pipe: readonly [Shape, ...Shape[]]) => ({ ...pipe[0], pipe });

const validation = (type: string) => (requirement: unknown, message: string) => ({ type, requirement, message });

export const regex = validation('regex');
export const minLength = validation('min_length');
export const maxLength = validation('max_length');
export const minValue = validation('min_value');
export const check = validation('check');
