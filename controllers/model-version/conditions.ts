import type { ConditionCatalogue } from '../shared/condition-catalogue.ts';

const transient = ['StoreUnreachable', 'StoreForbidden'] as const;
const wrong = ['ArtifactNotFound', 'DigestMismatch', 'ManifestMismatch', 'ManifestInvalid', 'TooLarge'] as const;

/** Every condition of a ModelVersion. The docs page is made from this. */
export const conditions = {
  Ready: {
    polarity: 'positive',
    states: {
      True: { meaning: 'The bytes are verified, so the version can be deployed (approval is another matter, see Approved).', reasons: ['Verified'] },
      False: { meaning: 'The bytes could not be verified.', reasons: [...transient, ...wrong] },
    },
  },
  Reconciling: { polarity: 'abnormal-true', states: { True: { meaning: 'The store does not let the operator read; it tries again every five seconds.', reasons: transient } } },
  Stalled: { polarity: 'abnormal-true', states: { True: { meaning: 'What lies in the store is not what was registered. The operator looks again every minute.', reasons: wrong } } },
  ArtifactVerified: {
    polarity: 'positive',
    states: {
      True: { meaning: 'Model file and manifest were read and match the digests in spec. They are not read again.', reasons: ['DigestsMatch'] },
      False: { meaning: 'One of the two could not be read, or is another one.', reasons: [...transient, ...wrong] },
    },
  },
  Approved: {
    polarity: 'positive',
    states: {
      True: { meaning: 'The version may be deployed as far as approval goes.', reasons: ['Approved', 'NotRequired'] },
      False: { meaning: 'Somebody has to approve the version first, or rejected it.', reasons: ['Pending', 'Rejected'] },
    },
  },
  DeletionBlocked: { polarity: 'abnormal-true', states: { True: { meaning: 'The version was deleted while a ModelDeployment serves it; it is kept until none does.', reasons: ['StillServed'] } } },
} as const satisfies ConditionCatalogue;
