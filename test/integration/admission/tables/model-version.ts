import { change, immutable, named, type Case } from '../cases.ts';
import { modelVersion } from '../samples.ts';
import { aliasCases } from './aliases.ts';

const rejected = { accepted: false, by: 'rule' } as const;
const registered = change(modelVersion, { trainingRunRef: { name: 'tumour-xgb', uid: 'u1' }, approval: { required: true } });

export const modelVersionCases: readonly Case[] = [
  { name: 'the least ModelVersion is accepted', object: modelVersion, accepted: true },
  { name: 'a name of 63 characters is a label too', object: named(modelVersion, 'a'.repeat(63)), accepted: true },
  { name: 'a name of 64 characters is too long', object: named(modelVersion, 'a'.repeat(64)), ...rejected, message: 'metadata.name must have at most 63 characters' },
  { name: 'an approval says who approved', object: change(modelVersion, { approval: { state: 'Approved' } }), ...rejected, message: 'approval.by must name who approved' },
  { name: 'an approval by nobody is refused', object: change(modelVersion, { approval: { state: 'Approved', by: '' } }), ...rejected, message: 'approval.by must name who approved' },
  { name: 'an approval by somebody is accepted', object: change(modelVersion, { approval: { required: true, state: 'Approved', by: 'ada@example.org' } }), accepted: true },
  { name: 'a rejection says why', object: change(modelVersion, { approval: { state: 'Rejected', by: 'ada@example.org' } }), ...rejected, message: 'approval.reason must say why it was rejected' },
  { name: 'a rejection with a reason is accepted', object: change(modelVersion, { approval: { state: 'Rejected', reason: 'worse than version 2' } }), accepted: true },
  ...aliasCases(modelVersion, 'aliases'),
];

export const modelVersionUpdates: readonly Case[] = [
  ...immutable(registered, {
    model: 'other',
    version: 2,
    'artifact.uri': 's3://models/other.onnx',
    'artifact.sha256': 'b'.repeat(64),
    'artifact.sizeBytes': 1,
    'manifest.uri': 's3://models/other.json',
    'manifest.sha256': 'b'.repeat(64),
    'trainingRunRef.name': 'other',
    trainingRunRef: undefined,
  }),
  ...immutable(modelVersion, { 'trainingRunRef.name': 'late' }),
  { name: 'stage can be changed', old: registered, object: change(registered, { stage: 'Production' }), accepted: true },
  { name: 'aliases can be given', old: registered, object: change(registered, { aliases: ['champion'] }), accepted: true },
  { name: 'aliases can be changed', old: change(registered, { aliases: ['champion'] }), object: change(registered, { aliases: ['stable', 'fresh'] }), accepted: true },
  { name: 'aliases can be taken away', old: change(registered, { aliases: ['champion'] }), object: registered, accepted: true },
  { name: 'aliases cannot be changed to latest', old: change(registered, { aliases: ['champion'] }), object: change(registered, { aliases: ['champion', 'latest'] }), ...rejected, message: 'they say which version they mean already' },
  { name: 'approval can be given', old: registered, object: change(registered, { approval: { required: true, state: 'Approved', by: 'ada@example.org' } }), accepted: true },
  { name: 'approval.required cannot be switched off', old: registered, object: change(registered, { 'approval.required': false }), ...rejected, message: 'approval.required cannot be taken back' },
  { name: 'approval cannot be taken away where it is required', old: registered, object: change(registered, { approval: undefined }), ...rejected, message: 'approval.required cannot be taken back' },
  { name: 'approval can become required', old: modelVersion, object: change(modelVersion, { approval: { required: true } }), accepted: true },
];
