{{/* Name of the release, without repeating the chart's name: at most 40 characters, so that suffixes fit into 63. */}}
{{- define "trainyard.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "trainyard.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: operator
{{- end -}}

{{- define "trainyard.suggest.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: suggest
{{- end -}}

{{- define "trainyard.labels" -}}
{{ include "trainyard.selectorLabels" . }}
{{ include "trainyard.commonLabels" . }}
{{- end -}}

{{- define "trainyard.suggest.labels" -}}
{{ include "trainyard.suggest.selectorLabels" . }}
{{ include "trainyard.commonLabels" . }}
{{- end -}}

{{- define "trainyard.commonLabels" -}}
app.kubernetes.io/part-of: trainyard
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "trainyard.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "trainyard.fullname" .) -}}
{{- else -}}
{{- required "serviceAccount.name must name an account that exists, because serviceAccount.create is false" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* Not empty where progress reports are taken. */}}
{{- define "trainyard.progress" -}}
{{- if or (eq .Values.progress.mode "Always") (and (eq .Values.progress.mode "Auto") (not .Values.watchNamespaces)) -}}
true
{{- end -}}
{{- end -}}

{{/* prometheus.io annotations, as scrape configurations in the wild read them. */}}
{{- define "trainyard.scrapeAnnotations" -}}
prometheus.io/scrape: "true"
prometheus.io/port: "8080"
prometheus.io/path: /metrics
{{- end -}}

{{- /* The port of an address such as http://mlflow.mlflow.svc:5000. */}}
{{- define "trainyard.portOf" -}}
{{- $url := urlParse . -}}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (ternary "443" "80" (eq $url.scheme "https")) -}}
{{- end }}

{{- /* Every pod of the release, whichever its part. */}}
{{- define "trainyard.releaseLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* The operator's image. */}}
{{- define "trainyard.image" -}}
{{- with .Values.image -}}
{{ .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag }}{{ end }}
{{- end -}}
{{- end }}

{{- /* Selects the pods of ModelDeployments, by labels that the operator gives them: controllers/model-deployment/resources/labels.ts. */}}
{{- define "trainyard.modelServers" -}}
matchLabels: {app.kubernetes.io/managed-by: trainyard}
matchExpressions: [{key: trainyard.dev/revision, operator: Exists}]
{{- end }}
