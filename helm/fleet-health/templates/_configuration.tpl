{{/* The connection to Kafka, as both programs take it. */}}
{{- define "fleet-health.kafka" -}}
{{- $given := required "kafka.bootstrapServers is required: host:port of your Kafka brokers" .Values.kafka.bootstrapServers -}}
{{- $registry := required "kafka.schemaRegistryUrl is required: the URL of your schema registry" .Values.kafka.schemaRegistryUrl -}}
{{- $own := dict "bootstrap.servers" $given "schema.registry.url" $registry -}}
{{- range $key := list "bootstrap.servers" "schema.registry.url" -}}
{{- if hasKey $.Values.kafka.properties $key -}}
{{- fail (printf "kafka.properties.%s: set kafka.bootstrapServers and kafka.schemaRegistryUrl instead" $key) -}}
{{- end -}}
{{- end -}}
{{- merge $own (deepCopy .Values.kafka.properties) | toYaml -}}
{{- end -}}

{{/* A key that the chart owns must not be set by hand: (dict "config" … "keys" … "at" "bridge.config"). */}}
{{- define "fleet-health.refuseOwned" -}}
{{- range $key := .keys -}}
{{- if hasKey $.config $key -}}
{{- fail (printf "%s.%s is set by the chart; remove it from your values" $.at $key) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "fleet-health.bridgeConfiguration" -}}
{{- if not .Values.bridge.config.sources -}}
{{- fail "bridge.config.sources is required: where broker messages come from; or set bridge.enabled to false" -}}
{{- end -}}
{{- include "fleet-health.refuseOwned" (dict "config" .Values.bridge.config "keys" (list "kafka" "management") "at" "bridge.config") -}}
{{- $own := dict "kafka" (include "fleet-health.kafka" . | fromYaml) "management" (dict "bind-address" "0.0.0.0" "port" 9401) -}}
{{- merge $own (deepCopy .Values.bridge.config) | toYaml -}}
{{- end -}}

{{- define "fleet-health.streamsConfiguration" -}}
{{- include "fleet-health.refuseOwned" (dict "config" .Values.streams.config "keys" (list "kafka" "management") "at" "streams.config") -}}
{{- $state := default (dict) .Values.streams.config.state -}}
{{- include "fleet-health.refuseOwned" (dict "config" $state "keys" (list "directory") "at" "streams.config.state") -}}
{{- $kafka := include "fleet-health.kafka" . | fromYaml -}}
{{- $standby := ternary 1 0 (gt (int .Values.streams.replicas) 1) -}}
{{- $own := dict "kafka" $kafka "management" (dict "bind-address" "0.0.0.0" "port" 9402) "state" (dict "directory" "/var/lib/fleet-streams") -}}
{{- $query := dict "enabled" false -}}
{{- with .Values.streams.queryPort -}}
{{- $query = dict "enabled" true "bind-address" "0.0.0.0" "port" . -}}
{{- end -}}
{{- $defaults := dict "processing" (dict "standby-replicas" $standby "instance-id" "${env:POD_NAME}") "query" $query -}}
{{- /* Copies: a merge writes into what it is given, and this is included more than once. */ -}}
{{- mergeOverwrite $defaults (deepCopy .Values.streams.config) $own | toYaml -}}
{{- end -}}

{{/* Both programs must mean the same topic of connection events. */}}
{{- define "fleet-health.checkTopics" -}}
{{- $default := "fleet.connection-events" -}}
{{- $written := dig "topics" "events" $default .Values.bridge.config -}}
{{- $read := dig "topics" "events" $default .Values.streams.config -}}
{{- if and .Values.bridge.enabled .Values.streams.enabled (ne $written $read) -}}
{{- fail (printf "bridge.config.topics.events is %s, streams.config.topics.events is %s: they must be the same" $written $read) -}}
{{- end -}}
{{- end -}}
