// Metadata, readiness and versions of a model.
import { NotApplicable, Violation, type Case } from '../case.ts';
import { jsonSubjectOf, type Context } from '../context.ts';
import { json, outputNames, refused, served, shown, status, withoutNullFields } from '../expect.ts';
import { bodyOf, infer, samples } from '../infer.ts';

const missing = '/v2/models/no-such-model-here';
const metadataText = 'Protocol: Model Metadata Response JSON Object';
const errorText = 'Protocol: Model Metadata Response JSON Error Object';
const unknownModel = 'Servers differ: unknown model';
const unknownVersion = 'Servers differ: unknown version';

export const modelCases: readonly Case[] = [
  {
    id: 'model-ready', level: 'must', source: 'Protocol: table of APIs', title: 'GET /v2/models/{m}/ready is 200',
    run: async ({ send, subject }) => status(await send({ path: `${subject.path}/ready` }), 200),
  },
  {
    id: 'model-ready-body', level: 'should', source: 'Protocol: Model Ready Response JSON Object (an earlier revision wanted no body)', title: 'GET /v2/models/{m}/ready says {"name", "ready": true}',
    run: async ({ send, subject }: Context): Promise<void> => {
      const answer = await send({ path: `${subject.path}/ready` });
      if ((json(answer, 'modelReady') as { name: string }).name !== subject.name) throw new Violation(shown(answer));
    },
  },
  {
    id: 'model-metadata', level: 'must', source: metadataText, title: 'GET /v2/models/{m} gives its name, platform, inputs and outputs',
    run: async ({ send, subject }: Context): Promise<void> => {
      const answer = await send({ path: subject.path });
      status(answer, 200);
      if ((json(answer, 'modelMetadata') as { name: string }).name !== subject.name) throw new Violation(shown(answer));
    },
  },
  {
    id: 'model-metadata-tensors', level: 'must', source: metadataText, title: 'The metadata name every input and output',
    run: async ({ send, subject }: Context): Promise<void> => {
      const answer = await send({ path: subject.path });
      status(answer, 200);
      const { inputs, outputs } = json(answer, 'modelMetadata') as { inputs: unknown[]; outputs: unknown[] };
      if (inputs.length === 0 || outputs.length === 0) throw new Violation(shown(answer));
    },
  },
  {
    id: 'model-metadata-nulls', level: 'must', source: metadataText, title: 'No field of the metadata is null: an optional one is left out',
    run: async ({ send, subject }) => withoutNullFields(await send({ path: subject.path })),
  },
  {
    id: 'model-platform', level: 'should', source: 'Protocol: Platforms', title: 'The platform is <project>_<format>, such as onnx_onnxv1',
    run: async ({ subject: { metadata } }: Context): Promise<void> => {
      if (metadata === undefined) throw new NotApplicable('the server gives no metadata');
      if (!/^[a-z0-9]+_[a-z0-9_]+$/i.test(metadata.platform)) throw new Violation(`the platform is "${metadata.platform}"`);
    },
  },
  {
    id: 'unknown-model', level: 'must', source: errorText, title: 'Metadata of an unknown model: an HTTP error with exactly {"error": "…"}',
    run: async ({ send }) => refused(await send({ path: missing })),
  },
  {
    id: 'unknown-model-status', level: 'should', source: unknownModel, title: 'Metadata of an unknown model: 404',
    run: async ({ send }) => status(await send({ path: missing }), 404),
  },
  {
    id: 'unknown-model-ready', level: 'should', source: unknownModel, title: 'Readiness of an unknown model: 404 with {"error"}',
    run: async ({ send }) => refused(await send({ path: `${missing}/ready` }), 404),
  },
  {
    id: 'unknown-model-infer', level: 'must', source: 'Protocol: Inference Response JSON Error Object', title: 'Inference by an unknown model: an HTTP error with exactly {"error": "…"}',
    run: async (context) => refused(await inferUnknown(context)),
  },
  {
    id: 'unknown-model-infer-status', level: 'should', source: unknownModel, title: 'Inference by an unknown model: 404',
    run: async (context) => status(await inferUnknown(context), 404),
  },
  {
    id: 'wrong-method-model', level: 'should', source: 'Servers differ: wrong method', title: 'POST /v2/models/{m} is 405 with {"error"}',
    run: async ({ send, subject }) => refused(await send({ method: 'POST', path: subject.path, headers: { 'content-type': 'application/json' }, body: '{}' }), 405),
  },
  {
    id: 'wrong-method-infer', level: 'should', source: 'Servers differ: wrong method', title: 'GET /v2/models/{m}/infer is 405 with {"error"}',
    run: async ({ send, subject }) => refused(await send({ path: `${subject.path}/infer` }), 405),
  },
  {
    id: 'version-metadata', level: 'must', source: metadataText, title: 'A version that the metadata list has metadata of its own',
    run: async (context: Context): Promise<void> => {
      const answer = await context.send({ path: versionPath(context) });
      status(answer, 200);
      json(answer, 'modelMetadata');
    },
  },
  {
    id: 'version-ready', level: 'must', source: metadataText, title: 'A version that the metadata list has a readiness of its own',
    run: async (context) => status(await context.send({ path: `${versionPath(context)}/ready` }), 200),
  },
  {
    id: 'version-infer', level: 'must', source: metadataText, title: 'A version that the metadata list infers',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      const reply = served(await infer(context, { ...subject, path: versionPath(context) }, bodyOf(samples(subject))));
      outputNames(reply, subject.metadata.outputs.map(({ name }) => name), false);
    },
  },
  {
    id: 'version-in-answer', level: 'should', source: 'Protocol: Inference Response JSON Object', title: 'model_version is one that the metadata list; a model without versions gives none',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      const { versions = [] } = subject.metadata;
      const { modelVersion } = served(await infer(context, subject, bodyOf(samples(subject))));
      const right = versions.length === 0 ? modelVersion === undefined : modelVersion === undefined || versions.includes(modelVersion);
      if (!right) throw new Violation(`model_version is "${modelVersion}", and the metadata list ${versions.length === 0 ? 'no versions' : versions.join(', ')}`);
    },
  },
  {
    id: 'unknown-version-metadata', level: 'should', source: unknownVersion, title: 'Metadata of an unknown version: 404 with {"error"}',
    run: async ({ send, subject }) => refused(await send({ path: unknownVersionPath(subject.name) }), 404),
  },
  {
    id: 'unknown-version-infer', level: 'should', source: unknownVersion, title: 'Inference by an unknown version: 404 with {"error"}',
    run: async (context: Context): Promise<void> => {
      const subject = jsonSubjectOf(context);
      refused(await infer(context, { ...subject, path: unknownVersionPath(subject.name) }, bodyOf(samples(subject))), 404);
    },
  },
];

function inferUnknown({ send }: Context): ReturnType<Context['send']> {
  const body = '{"inputs":[{"name":"x","shape":[1],"datatype":"FP32","data":[1]}]}';
  return send({ method: 'POST', path: `${missing}/infer`, headers: { 'content-type': 'application/json' }, body });
}

function versionPath({ subject }: Context): string {
  const version = subject.metadata?.versions?.[0];
  if (version === undefined) throw new NotApplicable('the metadata list no versions');
  return `/v2/models/${encodeURIComponent(subject.name)}/versions/${encodeURIComponent(version)}`;
}

/** Digits, for a server that takes nothing else for a version. */
function unknownVersionPath(name: string): string {
  return `/v2/models/${encodeURIComponent(name)}/versions/987654321`;
}
