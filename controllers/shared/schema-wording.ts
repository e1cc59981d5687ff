import type { ErrorObject } from 'ajv';

/** What a compiled schema found wrong, in the words of the API server: `spec.version: should be greater than or equal to 1`. */
export function schemaViolation({ instancePath, keyword, params, message = '' }: ErrorObject): string {
  const at = serverPath(['spec', ...instancePath.split('/').slice(1)]);
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return `${at}.${String(params['missingProperty'])}: Required value`;
    case 'enum':
      return `${at}: Unsupported value: supported values: ${(params['allowedValues'] as readonly unknown[]).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'type':
      return `${at}: must be of type ${String(params['type'])}`;
    case 'uniqueItems':
      return `${at}[${String(Math.max(Number(params['i']), Number(params['j'])))}]: Duplicate value`;
    case 'minItems':
      return `${at}: should have at least ${limit} items`;
    case 'maxItems':
    case 'maxProperties':
      return `${at}: Too many: must have at most ${limit} items`;
    case 'minProperties':
      return `${at}: should have at least ${limit} properties`;
    case 'minLength':
      return `${at}: should be at least ${limit} chars long`;
    case 'maxLength':
      return `${at}: Too long: may not be more than ${limit} bytes`;
    case 'minimum':
      return `${at}: should be greater than or equal to ${limit}`;
    case 'exclusiveMinimum':
      return `${at}: should be greater than ${limit}`;
    case 'maximum':
      return `${at}: should be less than or equal to ${limit}`;
    case 'exclusiveMaximum':
      return `${at}: should be less than ${limit}`;
    case 'pattern':
      return `${at}: should match '${String(params['pattern'])}'`;
    default:
      return `${at}: ${message}`;
  }
}

/** `['spec', 'data', 'rules', '0']` → `spec.data.rules[0]`, as the server writes it. */
export function serverPath(steps: readonly (string | number)[]): string {
  return steps.reduce<string>((text, step) => (/^\d+$/.test(String(step)) ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${step}`), '');
}
