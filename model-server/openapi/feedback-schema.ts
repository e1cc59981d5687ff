import { objectOf, type Schema } from './schema.ts';

/** The limits of routes/feedback.ts. */
const GREATEST_REWARD = 1e9;
const LONGEST_ID = 128;

/** A reward for an answer of this deployment: its revisions have all one name before the last hyphen. */
export function feedbackRequest(revision: string): Schema {
  const deployment = revision.slice(0, revision.lastIndexOf('-') + 1);
  return objectOf(
    {
      reward: { type: 'number', minimum: -GREATEST_REWARD, maximum: GREATEST_REWARD },
      revision: {
        type: 'string',
        pattern: `^(${escape(revision)}|${escape(deployment)}[0-9a-f]{8})$`,
        description: 'The x-trainyard-revision of the answer; without it, this server\'s own.',
      },
      requestId: { type: 'string', minLength: 1, maxLength: LONGEST_ID, description: 'The x-request-id of the answer: rewards of one id count once.' },
    },
    { optional: ['revision', 'requestId'], open: true },
  );
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
