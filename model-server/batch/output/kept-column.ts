import type { SchemaElement } from 'hyparquet';

/** A column that goes from the input to the output: its name, and its type in Parquet. */
export interface KeptColumn {
  readonly element: SchemaElement;
}

/** What a CSV column becomes: no type is guessed, so `007` stays `007`. */
export function keptText(name: string): KeptColumn {
  return { element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' }, repetition_type: 'OPTIONAL' } };
}

/** Those whose values come through reader and writer as they were. */
const plainTypes = new Set(['BOOLEAN', 'INT32', 'INT64', 'FLOAT', 'DOUBLE']);

/** What a Parquet column becomes: what it was, and missing values are allowed. Undefined where it would not stay what it was. */
export function keptAsItIs(element: SchemaElement): KeptColumn | undefined {
  const { name, type, converted_type, logical_type, repetition_type, num_children } = element;
  if (type === undefined || repetition_type === 'REPEATED' || num_children || converted_type === 'DECIMAL') return undefined;
  const isText = type === 'BYTE_ARRAY' && (converted_type === 'UTF8' || logical_type?.type === 'STRING');
  if (!isText && !plainTypes.has(type)) return undefined;
  if (isText) return keptText(name);
  return { element: { name, type, ...(converted_type === undefined ? {} : { converted_type }), ...(logical_type === undefined ? {} : { logical_type }), repetition_type: 'OPTIONAL' } };
}

export function typeText({ element }: KeptColumn): string {
  return [element.type, element.logical_type?.type ?? element.converted_type].filter((part) => part !== undefined).join(' ');
}
