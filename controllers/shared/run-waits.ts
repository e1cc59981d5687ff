/** Reasons of Ready of a TrainingRun that waits for something outside of it: its pod cannot start, or a store cannot be read. */
export const runWaits = ['Queued', 'ImageCannotStart', 'ConfigInvalid', 'Unschedulable', 'StoreUnreachable', 'StoreForbidden'] as const;
