import type { AnnotationQuery, Dashboard, VariableModel } from '@grafana/schema';

/** A type as JSON has it: there, enums are their values. */
type Json<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

/** What Grafana's data source for Prometheus adds to an annotation; the schema leaves that to each data source. */
interface PrometheusAnnotation {
  expr?: string;
  step?: string;
  tagKeys?: string;
  textFormat?: string;
  titleFormat?: string;
}

/** Grafana writes the query of a variable a second time, for its list of variables; the schema does not know. */
interface QueryVariable {
  definition?: string;
}

export type DashboardFile = Omit<Json<Dashboard>, 'annotations' | 'templating' | 'schemaVersion'> & {
  annotations: { list: (Json<AnnotationQuery> & PrometheusAnnotation)[] };
  templating: { list: (Json<VariableModel> & QueryVariable)[] };
  schemaVersion: 42;
};
