// The public names of the npm package @dot-i/k8s-operator, over our runtime: docs/adr/0012-dot-i-facade.md.
export { Operator } from './dot-i/operator.ts';
export { ResourceEventType, ResourceMetaImpl } from './dot-i/resource-event.ts';
export type { OperatorLogger, ResourceEvent, ResourceMeta } from './dot-i/resource-event.ts';
