{{- /* One thing that may be reached. Takes root, name, pods (labels of those who may), rule (ports and peers) and udp. */}}
{{- define "trainyard.network.egress" }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "trainyard.fullname" .root }}-to-{{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "trainyard.labels" .root | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- .pods | nindent 6 }}
  policyTypes: [Egress]
  egress:
    - ports:
        {{- range .rule.ports }}
        - {port: {{ . }}, protocol: TCP}
        {{- if $.udp }}
        - {port: {{ . }}, protocol: UDP}
        {{- end }}
        {{- end }}
      {{- with .rule.to }}
      to: {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end }}

{{- /* A rule with the ports that its values leave out, as JSON. Takes rule and port. */}}
{{- define "trainyard.network.rule" -}}
{{- dict "ports" (.rule.ports | default (list (int .port))) "to" .rule.to | toJson -}}
{{- end }}

{{- define "trainyard.network.modelServers" -}}
- namespaceSelector:
    {{- if .Values.watchNamespaces }}
    matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: {{ toJson .Values.watchNamespaces }}}]
    {{- else }} {}
    {{- end }}
  podSelector: {{- include "trainyard.modelServers" . | nindent 4 }}
{{- end }}
