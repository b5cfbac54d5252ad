// purpose: ids are unique and looked up by an index, also under the labels a user writes. A constraint of Neo4j brings its own index.
CREATE CONSTRAINT paperloom_paper_id IF NOT EXISTS FOR (n:Paper) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT paperloom_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT paperloom_result_id IF NOT EXISTS FOR (n:Result) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT paperloom_paperloommeta_id IF NOT EXISTS FOR (n:PaperloomMeta) REQUIRE n.id IS UNIQUE;
CREATE INDEX paperloom_field_id_index IF NOT EXISTS FOR (n:Field) ON (n.id);
CREATE INDEX paperloom_method_id_index IF NOT EXISTS FOR (n:Method) ON (n.id);
CREATE INDEX paperloom_model_id_index IF NOT EXISTS FOR (n:Model) ON (n.id);
CREATE INDEX paperloom_benchmark_id_index IF NOT EXISTS FOR (n:Benchmark) ON (n.id);
CREATE INDEX paperloom_dataset_id_index IF NOT EXISTS FOR (n:Dataset) ON (n.id);
