{{/* What every pod of this chart is allowed: nothing. */}}
{{- define "fleet-health.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "fleet-health.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* What a pod is, and where it may run: (dict "root" $ "values" .Values.streams). */}}
{{- define "fleet-health.pod" -}}
automountServiceAccountToken: false
{{- with include "fleet-health.serviceAccount" .root }}
serviceAccountName: {{ . }}
{{- end }}
{{- with .root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "fleet-health.podSecurity" . | nindent 2 }}
{{- range $key := list "priorityClassName" "nodeSelector" "tolerations" }}
{{- with get $.values $key }}
{{ $key }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Where the replicas of a program run: (dict "root" $ "component" "bridge" "values" .Values.bridge). */}}
{{- define "fleet-health.spread" -}}
topologySpreadConstraints:
  {{- with .values.topologySpreadConstraints }}
  {{- toYaml . | nindent 2 }}
  {{- else }}
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "fleet-health.selectorLabels" . | nindent 8 }}
  {{- end }}
{{- with .values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The JVM's memory, and the pod's name for client ids and static membership: (dict "heapPercentage" 60 "options" … "extra" …). */}}
{{- define "fleet-health.environment" -}}
- name: POD_NAME
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- name: JAVA_TOOL_OPTIONS
  value: {{ printf "-XX:MaxRAMPercentage=%d -XX:+ExitOnOutOfMemoryError %s" (int .heapPercentage) .options | trim | quote }}
- name: MALLOC_ARENA_MAX
  value: "2"
{{- with .extra }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Mounts that all programs need; RocksDB and the compression libraries unpack themselves into /tmp and run there. */}}
{{- define "fleet-health.mounts" -}}
- {name: config, mountPath: /etc/fleet-health, readOnly: true}
- {name: tmp, mountPath: /tmp}
{{- if .root.Values.kafka.existingSecret }}
- {name: kafka-secret, mountPath: /run/secrets/kafka, readOnly: true}
{{- end }}
{{- range .values.existingSecrets }}
- {name: {{ printf "secret-%s" . | trunc 63 }}, mountPath: {{ printf "/run/secrets/%s" . }}, readOnly: true}
{{- end }}
{{- range .values.existingConfigMaps }}
- {name: {{ printf "files-%s" . | trunc 63 }}, mountPath: {{ printf "/etc/fleet-health-files/%s" . }}, readOnly: true}
{{- end }}
{{- with .values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "fleet-health.volumes" -}}
- name: config
  configMap: {name: {{ .config }}}
- name: tmp
  emptyDir: {}
{{- if .root.Values.kafka.existingSecret }}
- name: kafka-secret
  secret: {secretName: {{ .root.Values.kafka.existingSecret }}}
{{- end }}
{{- range .values.existingSecrets }}
- name: {{ printf "secret-%s" . | trunc 63 }}
  secret: {secretName: {{ . }}}
{{- end }}
{{- range .values.existingConfigMaps }}
- name: {{ printf "files-%s" . | trunc 63 }}
  configMap: {name: {{ . }}}
{{- end }}
{{- with .values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}
