// charts/trainyard/templates/crds/*.yaml. Helm never upgrades what lies in a chart's crds/ folder, so the CRDs are
// templates, kept at uninstall by an annotation (the way cert-manager does it).
import type { CrdFile } from './crd.ts';

export function crdTemplate({ file, text }: CrdFile): string {
  const [head, body] = splitAfterName(escapeTemplate(text));
  return `{{- /* Generated from crds/${file} by tools/generate. Do not edit: change the source and run \`make generate\`. */}}
{{- if .Values.crds.install }}
${head}  labels: {{- include "trainyard.labels" . | nindent 4 }}
  {{- if .Values.crds.keep }}
  annotations:
    helm.sh/resource-policy: keep
  {{- end }}
${body}{{- end }}
`;
}

/** A description may speak of templates; Helm must print it as it stands. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

function splitAfterName(text: string): [string, string] {
  const match = /^metadata:\n {2}name: [^\n]+\n/m.exec(text);
  if (match === null) throw new Error('a CRD must begin its metadata with its name');
  const at = match.index + match[0].length;
  return [text.slice(0, at), text.slice(at)];
}
