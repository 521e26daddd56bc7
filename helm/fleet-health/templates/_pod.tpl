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

{{/* The JVM's memory, and the pod's name for client ids and static membership: (dict "options" …). */}}
{{- define "fleet-health.environment" -}}
- name: POD_NAME
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- name: JAVA_TOOL_OPTIONS
  value: {{ printf "-XX:MaxRAMPercentage=%d -XX:+ExitOnOutOfMemoryError %s" (int .heapPercentage) .options | trim | quote }}
- name: MALLOC_ARENA_MAX
  value: "2"
{{- end -}}

{{/* Mounts that all programs need; RocksDB and the compression libraries unpack themselves into /tmp and run there. */}}
{{- define "fleet-health.mounts" -}}
- {name: config, mountPath: /etc/fleet-health, readOnly: true}
- {name: tmp, mountPath: /tmp}
{{- if .root.Values.kafka.existingSecret }}
- {name: kafka-secret, mountPath: /run/secrets/kafka, readOnly: true}
{{- end }}
{{- range .secrets }}
- {name: {{ printf "secret-%s" . | trunc 63 }}, mountPath: {{ printf "/run/secrets/%s" . }}, readOnly: true}
{{- end }}
{{- range .configMaps }}
- {name: {{ printf "files-%s" . | trunc 63 }}, mountPath: {{ printf "/etc/fleet-health-files/%s" . }}, readOnly: true}
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
{{- range .secrets }}
- name: {{ printf "secret-%s" . | trunc 63 }}
  secret: {secretName: {{ . }}}
{{- end }}
{{- range .configMaps }}
- name: {{ printf "files-%s" . | trunc 63 }}
  configMap: {name: {{ . }}}
{{- end }}
{{- end -}}
