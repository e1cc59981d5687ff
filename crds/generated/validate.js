// Generated from crds/*.yaml and crds/manifest.schema.json by tools/generate. Do not edit: change the source and run `make generate`.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const validateManifest = validate10;
const schema11 = {"type":"object","required":["schemaVersion","model","task","run","artifact","files","signature","data","features","algorithm","seed","environment","metrics","gates","parity","baseline","stages"],"properties":{"schemaVersion":{"type":"integer","const":1},"model":{"type":"string","maxLength":40,"minLength":1,"pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$"},"task":{"type":"string","enum":["BinaryClassification","MulticlassClassification","Regression"]},"run":{"type":"object","required":["namespace","name","uid","attempt"],"properties":{"namespace":{"type":"string","maxLength":63},"name":{"type":"string","maxLength":253},"uid":{"type":"string","maxLength":64},"attempt":{"type":"integer","minimum":0}}},"artifact":{"type":"object","required":["file","sha256","sizeBytes","format","opset"],"properties":{"file":{"type":"string","maxLength":253,"pattern":"^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"},"sha256":{"type":"string","maxLength":64,"pattern":"^[a-f0-9]{64}$"},"sizeBytes":{"type":"integer","minimum":1},"format":{"type":"string","enum":["ONNX"]},"opset":{"type":"object","maxProperties":16,"additionalProperties":{"type":"integer","minimum":1}}}},"files":{"type":"array","maxItems":256,"items":{"type":"object","required":["name","sha256","sizeBytes"],"properties":{"name":{"type":"string","maxLength":253,"pattern":"^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"},"sha256":{"type":"string","maxLength":64,"pattern":"^[a-f0-9]{64}$"},"sizeBytes":{"type":"integer","minimum":0}}}},"signature":{"type":"object","required":["inputs","outputs"],"properties":{"inputs":{"type":"array","maxItems":512,"minItems":1,"items":{"type":"object","required":["name","datatype","shape"],"properties":{"name":{"type":"string","maxLength":128,"minLength":1},"datatype":{"type":"string","enum":["BOOL","UINT8","UINT16","UINT32","UINT64","INT8","INT16","INT32","INT64","FP16","FP32","FP64","BYTES"]},"shape":{"type":"array","maxItems":8,"items":{"type":"integer","minimum":-1}}}}},"outputs":{"type":"array","maxItems":512,"minItems":1,"items":{"type":"object","required":["name","datatype","shape"],"properties":{"name":{"type":"string","maxLength":128,"minLength":1},"datatype":{"type":"string","enum":["BOOL","UINT8","UINT16","UINT32","UINT64","INT8","INT16","INT32","INT64","FP16","FP32","FP64","BYTES"]},"shape":{"type":"array","maxItems":8,"items":{"type":"integer","minimum":-1}}}}},"labels":{"type":["array","null"],"maxItems":1000,"items":{"type":["number","string","boolean"],"maxLength":256}}}},"data":{"type":"object","required":["uri","sha256","format","rows","columns","schemaHash","target","split","quality"],"properties":{"uri":{"type":"string","maxLength":1024},"versionId":{"type":["string","null"],"maxLength":1024},"sha256":{"type":"string","maxLength":64,"pattern":"^[a-f0-9]{64}$"},"objects":{"type":["array","null"],"maxItems":1000,"items":{"type":"object","required":["name","sha256","sizeBytes"],"properties":{"name":{"type":"string","maxLength":1024},"versionId":{"type":["string","null"],"maxLength":1024},"sha256":{"type":"string","maxLength":64,"pattern":"^[a-f0-9]{64}$"},"sizeBytes":{"type":"integer","minimum":0}}}},"format":{"type":"string","maxLength":16},"rows":{"type":"integer","minimum":0},"columns":{"type":"integer","minimum":0},"schemaHash":{"type":"string","maxLength":64},"target":{"type":"string","maxLength":128},"split":{"type":"object","required":["strategy","testFraction","seed","trainRows","testRows","digest"],"properties":{"strategy":{"type":"string","maxLength":32},"testFraction":{"type":"number","minimum":0,"maximum":1},"seed":{"type":"integer"},"trainRows":{"type":"integer","minimum":0},"testRows":{"type":"integer","minimum":0},"digest":{"type":"string","maxLength":64},"by":{"type":["string","null"],"maxLength":128},"trainGroups":{"type":["integer","null"],"minimum":0},"testGroups":{"type":["integer","null"],"minimum":0},"trainUntil":{"type":["string","null"],"maxLength":40},"testFrom":{"type":["string","null"],"maxLength":40}}},"quality":{"type":"array","maxItems":2000,"items":{"type":"object","required":["column","type","nulls","nullRatio","distinct"],"properties":{"column":{"type":"string","maxLength":128},"type":{"type":"string","maxLength":32},"nulls":{"type":"integer","minimum":0},"nullRatio":{"type":"number","minimum":0,"maximum":1},"distinct":{"type":"integer","minimum":0},"min":{"type":["number","null"]},"max":{"type":["number","null"]},"mean":{"type":["number","null"]},"stdDev":{"type":["number","null"],"minimum":0}}}}}},"features":{"type":"object","required":["pipelineVersion","inputs","outputs"],"properties":{"pipelineVersion":{"type":"string","maxLength":64},"inputs":{"type":"array","maxItems":2000,"items":{"type":"string","maxLength":128}},"outputs":{"type":"integer","minimum":0},"reusedFrom":{"type":["string","null"],"maxLength":1024},"selection":{"type":["object","null"],"required":["test","alpha","max","columns"],"properties":{"test":{"type":"string","enum":["Auto","Parametric","Rank"]},"alpha":{"type":"number","minimum":0,"maximum":1},"max":{"type":"integer","minimum":1},"columns":{"type":"array","maxItems":2000,"items":{"type":"object","required":["name","test","pValue","adjustedPValue","effect","n","selected"],"properties":{"name":{"type":"string","maxLength":128},"test":{"type":"string","enum":["chi2","ANOVA F","Kruskal-Wallis","Pearson","Spearman"]},"statistic":{"type":["number","null"]},"pValue":{"type":"number","minimum":0,"maximum":1},"adjustedPValue":{"type":"number","minimum":0,"maximum":1},"effect":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":0},"selected":{"type":"boolean"},"foldsSelected":{"type":["integer","null"],"minimum":0}}}}}}}},"algorithm":{"type":"object","required":["name","parameters"],"properties":{"name":{"type":"string","maxLength":64,"minLength":1},"parameters":{"type":"object","maxProperties":256,"additionalProperties":true}}},"seed":{"type":"integer"},"environment":{"type":"object","maxProperties":32,"additionalProperties":{"type":"string","maxLength":128}},"code":{"type":["object","null"],"properties":{"repository":{"type":["string","null"],"maxLength":512},"commit":{"type":["string","null"],"maxLength":64},"dirty":{"type":["boolean","null"]}}},"image":{"type":["object","null"],"properties":{"reference":{"type":["string","null"],"maxLength":512},"digest":{"type":["string","null"],"maxLength":128}}},"parent":{"type":["string","null"],"maxLength":253},"metrics":{"type":"array","maxItems":64,"items":{"type":"object","required":["name","split","value"],"properties":{"name":{"type":"string","maxLength":64,"minLength":1},"split":{"type":"string","enum":["Train","CV","Test"]},"value":{"type":"number"},"stdDev":{"type":["number","null"],"minimum":0},"n":{"type":["integer","null"],"minimum":0}}}},"folds":{"type":["object","null"],"required":["folds","repeats","seed","digest","metric","scores","trainRows","testRows"],"properties":{"folds":{"type":"integer","minimum":2},"repeats":{"type":"integer","minimum":1},"seed":{"type":"integer"},"digest":{"type":"string","maxLength":64},"metric":{"type":"string","maxLength":64},"scores":{"type":"array","maxItems":400,"items":{"type":["number","null"]}},"trainRows":{"type":"number","minimum":0},"testRows":{"type":"number","minimum":0}}},"holdout":{"type":["object","null"],"required":["file","sha256","rows"],"properties":{"file":{"type":"string","maxLength":253,"pattern":"^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"},"sha256":{"type":"string","maxLength":64,"pattern":"^[a-f0-9]{64}$"},"rows":{"type":"integer","minimum":0}}},"calibration":{"type":["object","null"],"properties":{"brier":{"type":"number","minimum":0},"ece":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":0},"curve":{"type":"array","maxItems":10,"items":{"type":"object","required":["low","high","n","meanScore","share"],"properties":{"low":{"type":"number","minimum":0,"maximum":1},"high":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":1},"meanScore":{"type":"number"},"share":{"type":"number","minimum":0,"maximum":1}}}}}},"fairness":{"type":["array","null"],"maxItems":8,"items":{"type":"object","required":["column","groups"],"properties":{"column":{"type":"string","maxLength":128},"demographicParityDifference":{"type":["number","null"],"minimum":0,"maximum":1},"demographicParityRatio":{"type":["number","null"],"minimum":0,"maximum":1},"equalizedOddsDifference":{"type":["number","null"],"minimum":0,"maximum":1},"groups":{"type":"array","maxItems":24,"items":{"type":"object","required":["name","n"],"properties":{"name":{"type":"string","maxLength":128},"n":{"type":"integer","minimum":1},"accuracy":{"type":["object","null"],"required":["value","low","high","n"],"properties":{"value":{"type":"number","minimum":0,"maximum":1},"low":{"type":"number","minimum":0,"maximum":1},"high":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":1}}},"selectionRate":{"type":["object","null"],"required":["value","low","high","n"],"properties":{"value":{"type":"number","minimum":0,"maximum":1},"low":{"type":"number","minimum":0,"maximum":1},"high":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":1}}},"truePositiveRate":{"type":["object","null"],"required":["value","low","high","n"],"properties":{"value":{"type":"number","minimum":0,"maximum":1},"low":{"type":"number","minimum":0,"maximum":1},"high":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":1}}},"falsePositiveRate":{"type":["object","null"],"required":["value","low","high","n"],"properties":{"value":{"type":"number","minimum":0,"maximum":1},"low":{"type":"number","minimum":0,"maximum":1},"high":{"type":"number","minimum":0,"maximum":1},"n":{"type":"integer","minimum":1}}},"mae":{"type":["number","null"],"minimum":0},"rmse":{"type":["number","null"],"minimum":0},"meanError":{"type":["number","null"]}}}}}}},"gates":{"type":"array","maxItems":32,"items":{"type":"object","required":["metric","split","passed"],"properties":{"metric":{"type":"string","maxLength":64},"split":{"type":["string","null"],"enum":["Train","CV","Test"]},"min":{"type":["number","null"]},"max":{"type":["number","null"]},"value":{"type":["number","null"]},"passed":{"type":"boolean"}}}},"parity":{"type":"object","required":["rows","maxAbsError","labelMismatches","runtime"],"properties":{"rows":{"type":"integer","minimum":0},"maxAbsError":{"type":"number","minimum":0},"labelMismatches":{"type":"integer","minimum":0},"runtime":{"type":"string","maxLength":64}}},"latency":{"type":["object","null"],"required":["singleRowP50Us","singleRowP99Us"],"properties":{"singleRowP50Us":{"type":"number","minimum":0},"singleRowP99Us":{"type":"number","minimum":0}}},"baseline":{"type":"object","required":["rows","features"],"properties":{"rows":{"type":"integer","minimum":0},"features":{"type":"array","maxItems":2000,"items":{"type":"object","required":["name","kind","counts","missing","unseen"],"properties":{"name":{"type":"string","maxLength":128},"kind":{"type":"string","enum":["numeric","categorical"]},"edges":{"type":["array","null"],"maxItems":256,"items":{"type":"number"}},"categories":{"type":["array","null"],"maxItems":1001,"items":{"type":["number","string","boolean"],"maxLength":256}},"counts":{"type":"array","maxItems":1002,"items":{"type":"integer","minimum":0}},"missing":{"type":"integer","minimum":0},"unseen":{"type":"integer","minimum":0}},"if":{"properties":{"kind":{"const":"numeric"}}},"then":{"required":["edges"],"properties":{"edges":{"type":"array"}}},"else":{"required":["categories"],"properties":{"categories":{"type":"array"}}}}}}},"explanation":{"type":["object","null"],"required":["topFeatures"],"properties":{"method":{"type":["string","null"],"enum":["Permutation","SHAP"]},"message":{"type":["string","null"],"maxLength":512},"rows":{"type":["integer","null"],"minimum":0},"margin":{"type":["string","null"],"maxLength":16},"additivity":{"type":["object","null"],"required":["maxError","tolerance"],"properties":{"maxError":{"type":"number","minimum":0},"tolerance":{"type":"number","minimum":0}}},"topFeatures":{"type":"array","maxItems":2000,"items":{"type":"object","required":["name","importance"],"properties":{"name":{"type":"string","maxLength":128},"importance":{"type":"number"},"meanAbsShap":{"type":["number","null"],"minimum":0}}}}}},"checkpoint":{"type":["object","null"],"properties":{"step":{"type":["integer","null"],"minimum":0},"time":{"type":["string","null"],"maxLength":40},"sha256":{"type":["string","null"],"maxLength":64,"pattern":"^[a-f0-9]{64}$"},"sameBytes":{"type":["boolean","null"]},"message":{"type":["string","null"],"maxLength":512},"ignored":{"type":["string","null"],"maxLength":512}}},"stages":{"type":"array","maxItems":16,"items":{"type":"object","required":["name","startTime"],"properties":{"name":{"type":"string","maxLength":32,"minLength":1},"startTime":{"type":"string","maxLength":40},"endTime":{"type":["string","null"],"maxLength":40},"message":{"type":["string","null"],"maxLength":512}}}}}};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^[a-z]([-a-z0-9]*[a-z0-9])?$", "u");
const pattern1 = new RegExp("^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$", "u");
const pattern2 = new RegExp("^[a-f0-9]{64}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schemaVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schemaVersion"},message:"must have required property '"+"schemaVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.model === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.task === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task"},message:"must have required property '"+"task"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.run === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run"},message:"must have required property '"+"run"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.artifact === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "artifact"},message:"must have required property '"+"artifact"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.files === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.signature === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "signature"},message:"must have required property '"+"signature"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.data === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.features === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.algorithm === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "algorithm"},message:"must have required property '"+"algorithm"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.seed === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "seed"},message:"must have required property '"+"seed"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.environment === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.metrics === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.gates === undefined){
const err13 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "gates"},message:"must have required property '"+"gates"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.parity === undefined){
const err14 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "parity"},message:"must have required property '"+"parity"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.baseline === undefined){
const err15 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "baseline"},message:"must have required property '"+"baseline"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data.stages === undefined){
const err16 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stages"},message:"must have required property '"+"stages"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data.schemaVersion !== undefined){
let data0 = data.schemaVersion;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err17 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(1 !== data0){
const err18 = {instancePath:instancePath+"/schemaVersion",schemaPath:"#/properties/schemaVersion/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.model !== undefined){
let data1 = data.model;
if(typeof data1 === "string"){
if(func2(data1) > 40){
const err19 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(func2(data1) < 1){
const err20 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern0.test(data1)){
const err21 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.task !== undefined){
let data2 = data.task;
if(typeof data2 !== "string"){
const err23 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!(((data2 === "BinaryClassification") || (data2 === "MulticlassClassification")) || (data2 === "Regression"))){
const err24 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/enum",keyword:"enum",params:{allowedValues: schema11.properties.task.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.run !== undefined){
let data3 = data.run;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.namespace === undefined){
const err25 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data3.name === undefined){
const err26 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data3.uid === undefined){
const err27 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data3.attempt === undefined){
const err28 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data3.namespace !== undefined){
let data4 = data3.namespace;
if(typeof data4 === "string"){
if(func2(data4) > 63){
const err29 = {instancePath:instancePath+"/run/namespace",schemaPath:"#/properties/run/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/run/namespace",schemaPath:"#/properties/run/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data3.name !== undefined){
let data5 = data3.name;
if(typeof data5 === "string"){
if(func2(data5) > 253){
const err31 = {instancePath:instancePath+"/run/name",schemaPath:"#/properties/run/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/run/name",schemaPath:"#/properties/run/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data3.uid !== undefined){
let data6 = data3.uid;
if(typeof data6 === "string"){
if(func2(data6) > 64){
const err33 = {instancePath:instancePath+"/run/uid",schemaPath:"#/properties/run/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/run/uid",schemaPath:"#/properties/run/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data3.attempt !== undefined){
let data7 = data3.attempt;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err35 = {instancePath:instancePath+"/run/attempt",schemaPath:"#/properties/run/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
const err36 = {instancePath:instancePath+"/run/attempt",schemaPath:"#/properties/run/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.artifact !== undefined){
let data8 = data.artifact;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.file === undefined){
const err38 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data8.sha256 === undefined){
const err39 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data8.sizeBytes === undefined){
const err40 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "sizeBytes"},message:"must have required property '"+"sizeBytes"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data8.format === undefined){
const err41 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data8.opset === undefined){
const err42 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "opset"},message:"must have required property '"+"opset"+"'"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data8.file !== undefined){
let data9 = data8.file;
if(typeof data9 === "string"){
if(func2(data9) > 253){
const err43 = {instancePath:instancePath+"/artifact/file",schemaPath:"#/properties/artifact/properties/file/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!pattern1.test(data9)){
const err44 = {instancePath:instancePath+"/artifact/file",schemaPath:"#/properties/artifact/properties/file/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"},message:"must match pattern \""+"^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"+"\""};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/artifact/file",schemaPath:"#/properties/artifact/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data8.sha256 !== undefined){
let data10 = data8.sha256;
if(typeof data10 === "string"){
if(func2(data10) > 64){
const err46 = {instancePath:instancePath+"/artifact/sha256",schemaPath:"#/properties/artifact/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!pattern2.test(data10)){
const err47 = {instancePath:instancePath+"/artifact/sha256",schemaPath:"#/properties/artifact/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/artifact/sha256",schemaPath:"#/properties/artifact/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data8.sizeBytes !== undefined){
let data11 = data8.sizeBytes;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err49 = {instancePath:instancePath+"/artifact/sizeBytes",schemaPath:"#/properties/artifact/properties/sizeBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err50 = {instancePath:instancePath+"/artifact/sizeBytes",schemaPath:"#/properties/artifact/properties/sizeBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data8.format !== undefined){
let data12 = data8.format;
if(typeof data12 !== "string"){
const err51 = {instancePath:instancePath+"/artifact/format",schemaPath:"#/properties/artifact/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(!(data12 === "ONNX")){
const err52 = {instancePath:instancePath+"/artifact/format",schemaPath:"#/properties/artifact/properties/format/enum",keyword:"enum",params:{allowedValues: schema11.properties.artifact.properties.format.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data8.opset !== undefined){
let data13 = data8.opset;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length > 16){
const err53 = {instancePath:instancePath+"/artifact/opset",schemaPath:"#/properties/artifact/properties/opset/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
for(const key0 in data13){
let data14 = data13[key0];
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err54 = {instancePath:instancePath+"/artifact/opset/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/artifact/properties/opset/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err55 = {instancePath:instancePath+"/artifact/opset/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/artifact/properties/opset/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
}
else {
const err56 = {instancePath:instancePath+"/artifact/opset",schemaPath:"#/properties/artifact/properties/opset/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.files !== undefined){
let data15 = data.files;
if(Array.isArray(data15)){
if(data15.length > 256){
const err58 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.name === undefined){
const err59 = {instancePath:instancePath+"/files/" + i0,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data16.sha256 === undefined){
const err60 = {instancePath:instancePath+"/files/" + i0,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data16.sizeBytes === undefined){
const err61 = {instancePath:instancePath+"/files/" + i0,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty: "sizeBytes"},message:"must have required property '"+"sizeBytes"+"'"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data16.name !== undefined){
let data17 = data16.name;
if(typeof data17 === "string"){
if(func2(data17) > 253){
const err62 = {instancePath:instancePath+"/files/" + i0+"/name",schemaPath:"#/properties/files/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!pattern1.test(data17)){
const err63 = {instancePath:instancePath+"/files/" + i0+"/name",schemaPath:"#/properties/files/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"},message:"must match pattern \""+"^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"+"\""};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/files/" + i0+"/name",schemaPath:"#/properties/files/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data16.sha256 !== undefined){
let data18 = data16.sha256;
if(typeof data18 === "string"){
if(func2(data18) > 64){
const err65 = {instancePath:instancePath+"/files/" + i0+"/sha256",schemaPath:"#/properties/files/items/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern2.test(data18)){
const err66 = {instancePath:instancePath+"/files/" + i0+"/sha256",schemaPath:"#/properties/files/items/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/files/" + i0+"/sha256",schemaPath:"#/properties/files/items/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data16.sizeBytes !== undefined){
let data19 = data16.sizeBytes;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err68 = {instancePath:instancePath+"/files/" + i0+"/sizeBytes",schemaPath:"#/properties/files/items/properties/sizeBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err69 = {instancePath:instancePath+"/files/" + i0+"/sizeBytes",schemaPath:"#/properties/files/items/properties/sizeBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
}
else {
const err70 = {instancePath:instancePath+"/files/" + i0,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.signature !== undefined){
let data20 = data.signature;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.inputs === undefined){
const err72 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(data20.outputs === undefined){
const err73 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/required",keyword:"required",params:{missingProperty: "outputs"},message:"must have required property '"+"outputs"+"'"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data20.inputs !== undefined){
let data21 = data20.inputs;
if(Array.isArray(data21)){
if(data21.length > 512){
const err74 = {instancePath:instancePath+"/signature/inputs",schemaPath:"#/properties/signature/properties/inputs/maxItems",keyword:"maxItems",params:{limit: 512},message:"must NOT have more than 512 items"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if(data21.length < 1){
const err75 = {instancePath:instancePath+"/signature/inputs",schemaPath:"#/properties/signature/properties/inputs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.name === undefined){
const err76 = {instancePath:instancePath+"/signature/inputs/" + i1,schemaPath:"#/properties/signature/properties/inputs/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data22.datatype === undefined){
const err77 = {instancePath:instancePath+"/signature/inputs/" + i1,schemaPath:"#/properties/signature/properties/inputs/items/required",keyword:"required",params:{missingProperty: "datatype"},message:"must have required property '"+"datatype"+"'"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data22.shape === undefined){
const err78 = {instancePath:instancePath+"/signature/inputs/" + i1,schemaPath:"#/properties/signature/properties/inputs/items/required",keyword:"required",params:{missingProperty: "shape"},message:"must have required property '"+"shape"+"'"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data22.name !== undefined){
let data23 = data22.name;
if(typeof data23 === "string"){
if(func2(data23) > 128){
const err79 = {instancePath:instancePath+"/signature/inputs/" + i1+"/name",schemaPath:"#/properties/signature/properties/inputs/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(func2(data23) < 1){
const err80 = {instancePath:instancePath+"/signature/inputs/" + i1+"/name",schemaPath:"#/properties/signature/properties/inputs/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/signature/inputs/" + i1+"/name",schemaPath:"#/properties/signature/properties/inputs/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data22.datatype !== undefined){
let data24 = data22.datatype;
if(typeof data24 !== "string"){
const err82 = {instancePath:instancePath+"/signature/inputs/" + i1+"/datatype",schemaPath:"#/properties/signature/properties/inputs/items/properties/datatype/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!(((((((((((((data24 === "BOOL") || (data24 === "UINT8")) || (data24 === "UINT16")) || (data24 === "UINT32")) || (data24 === "UINT64")) || (data24 === "INT8")) || (data24 === "INT16")) || (data24 === "INT32")) || (data24 === "INT64")) || (data24 === "FP16")) || (data24 === "FP32")) || (data24 === "FP64")) || (data24 === "BYTES"))){
const err83 = {instancePath:instancePath+"/signature/inputs/" + i1+"/datatype",schemaPath:"#/properties/signature/properties/inputs/items/properties/datatype/enum",keyword:"enum",params:{allowedValues: schema11.properties.signature.properties.inputs.items.properties.datatype.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data22.shape !== undefined){
let data25 = data22.shape;
if(Array.isArray(data25)){
if(data25.length > 8){
const err84 = {instancePath:instancePath+"/signature/inputs/" + i1+"/shape",schemaPath:"#/properties/signature/properties/inputs/items/properties/shape/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
const len2 = data25.length;
for(let i2=0; i2<len2; i2++){
let data26 = data25[i2];
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err85 = {instancePath:instancePath+"/signature/inputs/" + i1+"/shape/" + i2,schemaPath:"#/properties/signature/properties/inputs/items/properties/shape/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < -1 || isNaN(data26)){
const err86 = {instancePath:instancePath+"/signature/inputs/" + i1+"/shape/" + i2,schemaPath:"#/properties/signature/properties/inputs/items/properties/shape/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
}
else {
const err87 = {instancePath:instancePath+"/signature/inputs/" + i1+"/shape",schemaPath:"#/properties/signature/properties/inputs/items/properties/shape/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/signature/inputs/" + i1,schemaPath:"#/properties/signature/properties/inputs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/signature/inputs",schemaPath:"#/properties/signature/properties/inputs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data20.outputs !== undefined){
let data27 = data20.outputs;
if(Array.isArray(data27)){
if(data27.length > 512){
const err90 = {instancePath:instancePath+"/signature/outputs",schemaPath:"#/properties/signature/properties/outputs/maxItems",keyword:"maxItems",params:{limit: 512},message:"must NOT have more than 512 items"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data27.length < 1){
const err91 = {instancePath:instancePath+"/signature/outputs",schemaPath:"#/properties/signature/properties/outputs/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
const len3 = data27.length;
for(let i3=0; i3<len3; i3++){
let data28 = data27[i3];
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.name === undefined){
const err92 = {instancePath:instancePath+"/signature/outputs/" + i3,schemaPath:"#/properties/signature/properties/outputs/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data28.datatype === undefined){
const err93 = {instancePath:instancePath+"/signature/outputs/" + i3,schemaPath:"#/properties/signature/properties/outputs/items/required",keyword:"required",params:{missingProperty: "datatype"},message:"must have required property '"+"datatype"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data28.shape === undefined){
const err94 = {instancePath:instancePath+"/signature/outputs/" + i3,schemaPath:"#/properties/signature/properties/outputs/items/required",keyword:"required",params:{missingProperty: "shape"},message:"must have required property '"+"shape"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data28.name !== undefined){
let data29 = data28.name;
if(typeof data29 === "string"){
if(func2(data29) > 128){
const err95 = {instancePath:instancePath+"/signature/outputs/" + i3+"/name",schemaPath:"#/properties/signature/properties/outputs/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(func2(data29) < 1){
const err96 = {instancePath:instancePath+"/signature/outputs/" + i3+"/name",schemaPath:"#/properties/signature/properties/outputs/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/signature/outputs/" + i3+"/name",schemaPath:"#/properties/signature/properties/outputs/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data28.datatype !== undefined){
let data30 = data28.datatype;
if(typeof data30 !== "string"){
const err98 = {instancePath:instancePath+"/signature/outputs/" + i3+"/datatype",schemaPath:"#/properties/signature/properties/outputs/items/properties/datatype/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!(((((((((((((data30 === "BOOL") || (data30 === "UINT8")) || (data30 === "UINT16")) || (data30 === "UINT32")) || (data30 === "UINT64")) || (data30 === "INT8")) || (data30 === "INT16")) || (data30 === "INT32")) || (data30 === "INT64")) || (data30 === "FP16")) || (data30 === "FP32")) || (data30 === "FP64")) || (data30 === "BYTES"))){
const err99 = {instancePath:instancePath+"/signature/outputs/" + i3+"/datatype",schemaPath:"#/properties/signature/properties/outputs/items/properties/datatype/enum",keyword:"enum",params:{allowedValues: schema11.properties.signature.properties.outputs.items.properties.datatype.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data28.shape !== undefined){
let data31 = data28.shape;
if(Array.isArray(data31)){
if(data31.length > 8){
const err100 = {instancePath:instancePath+"/signature/outputs/" + i3+"/shape",schemaPath:"#/properties/signature/properties/outputs/items/properties/shape/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
const len4 = data31.length;
for(let i4=0; i4<len4; i4++){
let data32 = data31[i4];
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err101 = {instancePath:instancePath+"/signature/outputs/" + i3+"/shape/" + i4,schemaPath:"#/properties/signature/properties/outputs/items/properties/shape/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < -1 || isNaN(data32)){
const err102 = {instancePath:instancePath+"/signature/outputs/" + i3+"/shape/" + i4,schemaPath:"#/properties/signature/properties/outputs/items/properties/shape/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
}
else {
const err103 = {instancePath:instancePath+"/signature/outputs/" + i3+"/shape",schemaPath:"#/properties/signature/properties/outputs/items/properties/shape/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/signature/outputs/" + i3,schemaPath:"#/properties/signature/properties/outputs/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/signature/outputs",schemaPath:"#/properties/signature/properties/outputs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data20.labels !== undefined){
let data33 = data20.labels;
if((!(Array.isArray(data33))) && (data33 !== null)){
const err106 = {instancePath:instancePath+"/signature/labels",schemaPath:"#/properties/signature/properties/labels/type",keyword:"type",params:{type: schema11.properties.signature.properties.labels.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(Array.isArray(data33)){
if(data33.length > 1000){
const err107 = {instancePath:instancePath+"/signature/labels",schemaPath:"#/properties/signature/properties/labels/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
const len5 = data33.length;
for(let i5=0; i5<len5; i5++){
let data34 = data33[i5];
if(((!((typeof data34 == "number") && (isFinite(data34)))) && (typeof data34 !== "string")) && (typeof data34 !== "boolean")){
const err108 = {instancePath:instancePath+"/signature/labels/" + i5,schemaPath:"#/properties/signature/properties/labels/items/type",keyword:"type",params:{type: schema11.properties.signature.properties.labels.items.type},message:"must be number,string,boolean"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(typeof data34 === "string"){
if(func2(data34) > 256){
const err109 = {instancePath:instancePath+"/signature/labels/" + i5,schemaPath:"#/properties/signature/properties/labels/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
}
}
}
else {
const err110 = {instancePath:instancePath+"/signature",schemaPath:"#/properties/signature/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data.data !== undefined){
let data35 = data.data;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.uri === undefined){
const err111 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data35.sha256 === undefined){
const err112 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data35.format === undefined){
const err113 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "format"},message:"must have required property '"+"format"+"'"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data35.rows === undefined){
const err114 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data35.columns === undefined){
const err115 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data35.schemaHash === undefined){
const err116 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "schemaHash"},message:"must have required property '"+"schemaHash"+"'"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data35.target === undefined){
const err117 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data35.split === undefined){
const err118 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "split"},message:"must have required property '"+"split"+"'"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data35.quality === undefined){
const err119 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "quality"},message:"must have required property '"+"quality"+"'"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data35.uri !== undefined){
let data36 = data35.uri;
if(typeof data36 === "string"){
if(func2(data36) > 1024){
const err120 = {instancePath:instancePath+"/data/uri",schemaPath:"#/properties/data/properties/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/data/uri",schemaPath:"#/properties/data/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data35.versionId !== undefined){
let data37 = data35.versionId;
if((typeof data37 !== "string") && (data37 !== null)){
const err122 = {instancePath:instancePath+"/data/versionId",schemaPath:"#/properties/data/properties/versionId/type",keyword:"type",params:{type: schema11.properties.data.properties.versionId.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(typeof data37 === "string"){
if(func2(data37) > 1024){
const err123 = {instancePath:instancePath+"/data/versionId",schemaPath:"#/properties/data/properties/versionId/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
if(data35.sha256 !== undefined){
let data38 = data35.sha256;
if(typeof data38 === "string"){
if(func2(data38) > 64){
const err124 = {instancePath:instancePath+"/data/sha256",schemaPath:"#/properties/data/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern2.test(data38)){
const err125 = {instancePath:instancePath+"/data/sha256",schemaPath:"#/properties/data/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/data/sha256",schemaPath:"#/properties/data/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data35.objects !== undefined){
let data39 = data35.objects;
if((!(Array.isArray(data39))) && (data39 !== null)){
const err127 = {instancePath:instancePath+"/data/objects",schemaPath:"#/properties/data/properties/objects/type",keyword:"type",params:{type: schema11.properties.data.properties.objects.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(Array.isArray(data39)){
if(data39.length > 1000){
const err128 = {instancePath:instancePath+"/data/objects",schemaPath:"#/properties/data/properties/objects/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
const len6 = data39.length;
for(let i6=0; i6<len6; i6++){
let data40 = data39[i6];
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.name === undefined){
const err129 = {instancePath:instancePath+"/data/objects/" + i6,schemaPath:"#/properties/data/properties/objects/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data40.sha256 === undefined){
const err130 = {instancePath:instancePath+"/data/objects/" + i6,schemaPath:"#/properties/data/properties/objects/items/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data40.sizeBytes === undefined){
const err131 = {instancePath:instancePath+"/data/objects/" + i6,schemaPath:"#/properties/data/properties/objects/items/required",keyword:"required",params:{missingProperty: "sizeBytes"},message:"must have required property '"+"sizeBytes"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data40.name !== undefined){
let data41 = data40.name;
if(typeof data41 === "string"){
if(func2(data41) > 1024){
const err132 = {instancePath:instancePath+"/data/objects/" + i6+"/name",schemaPath:"#/properties/data/properties/objects/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/data/objects/" + i6+"/name",schemaPath:"#/properties/data/properties/objects/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data40.versionId !== undefined){
let data42 = data40.versionId;
if((typeof data42 !== "string") && (data42 !== null)){
const err134 = {instancePath:instancePath+"/data/objects/" + i6+"/versionId",schemaPath:"#/properties/data/properties/objects/items/properties/versionId/type",keyword:"type",params:{type: schema11.properties.data.properties.objects.items.properties.versionId.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(typeof data42 === "string"){
if(func2(data42) > 1024){
const err135 = {instancePath:instancePath+"/data/objects/" + i6+"/versionId",schemaPath:"#/properties/data/properties/objects/items/properties/versionId/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data40.sha256 !== undefined){
let data43 = data40.sha256;
if(typeof data43 === "string"){
if(func2(data43) > 64){
const err136 = {instancePath:instancePath+"/data/objects/" + i6+"/sha256",schemaPath:"#/properties/data/properties/objects/items/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(!pattern2.test(data43)){
const err137 = {instancePath:instancePath+"/data/objects/" + i6+"/sha256",schemaPath:"#/properties/data/properties/objects/items/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/data/objects/" + i6+"/sha256",schemaPath:"#/properties/data/properties/objects/items/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data40.sizeBytes !== undefined){
let data44 = data40.sizeBytes;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err139 = {instancePath:instancePath+"/data/objects/" + i6+"/sizeBytes",schemaPath:"#/properties/data/properties/objects/items/properties/sizeBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 0 || isNaN(data44)){
const err140 = {instancePath:instancePath+"/data/objects/" + i6+"/sizeBytes",schemaPath:"#/properties/data/properties/objects/items/properties/sizeBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
}
else {
const err141 = {instancePath:instancePath+"/data/objects/" + i6,schemaPath:"#/properties/data/properties/objects/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
}
if(data35.format !== undefined){
let data45 = data35.format;
if(typeof data45 === "string"){
if(func2(data45) > 16){
const err142 = {instancePath:instancePath+"/data/format",schemaPath:"#/properties/data/properties/format/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/data/format",schemaPath:"#/properties/data/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data35.rows !== undefined){
let data46 = data35.rows;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
const err144 = {instancePath:instancePath+"/data/rows",schemaPath:"#/properties/data/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 < 0 || isNaN(data46)){
const err145 = {instancePath:instancePath+"/data/rows",schemaPath:"#/properties/data/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
if(data35.columns !== undefined){
let data47 = data35.columns;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err146 = {instancePath:instancePath+"/data/columns",schemaPath:"#/properties/data/properties/columns/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 < 0 || isNaN(data47)){
const err147 = {instancePath:instancePath+"/data/columns",schemaPath:"#/properties/data/properties/columns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
if(data35.schemaHash !== undefined){
let data48 = data35.schemaHash;
if(typeof data48 === "string"){
if(func2(data48) > 64){
const err148 = {instancePath:instancePath+"/data/schemaHash",schemaPath:"#/properties/data/properties/schemaHash/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/data/schemaHash",schemaPath:"#/properties/data/properties/schemaHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data35.target !== undefined){
let data49 = data35.target;
if(typeof data49 === "string"){
if(func2(data49) > 128){
const err150 = {instancePath:instancePath+"/data/target",schemaPath:"#/properties/data/properties/target/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/data/target",schemaPath:"#/properties/data/properties/target/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data35.split !== undefined){
let data50 = data35.split;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.strategy === undefined){
const err152 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/required",keyword:"required",params:{missingProperty: "strategy"},message:"must have required property '"+"strategy"+"'"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data50.testFraction === undefined){
const err153 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/required",keyword:"required",params:{missingProperty: "testFraction"},message:"must have required property '"+"testFraction"+"'"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data50.seed === undefined){
const err154 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/required",keyword:"required",params:{missingProperty: "seed"},message:"must have required property '"+"seed"+"'"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data50.trainRows === undefined){
const err155 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/required",keyword:"required",params:{missingProperty: "trainRows"},message:"must have required property '"+"trainRows"+"'"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data50.testRows === undefined){
const err156 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/required",keyword:"required",params:{missingProperty: "testRows"},message:"must have required property '"+"testRows"+"'"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(data50.digest === undefined){
const err157 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data50.strategy !== undefined){
let data51 = data50.strategy;
if(typeof data51 === "string"){
if(func2(data51) > 32){
const err158 = {instancePath:instancePath+"/data/split/strategy",schemaPath:"#/properties/data/properties/split/properties/strategy/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
else {
const err159 = {instancePath:instancePath+"/data/split/strategy",schemaPath:"#/properties/data/properties/split/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data50.testFraction !== undefined){
let data52 = data50.testFraction;
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1 || isNaN(data52)){
const err160 = {instancePath:instancePath+"/data/split/testFraction",schemaPath:"#/properties/data/properties/split/properties/testFraction/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data52 < 0 || isNaN(data52)){
const err161 = {instancePath:instancePath+"/data/split/testFraction",schemaPath:"#/properties/data/properties/split/properties/testFraction/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/data/split/testFraction",schemaPath:"#/properties/data/properties/split/properties/testFraction/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data50.seed !== undefined){
let data53 = data50.seed;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
const err163 = {instancePath:instancePath+"/data/split/seed",schemaPath:"#/properties/data/properties/split/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data50.trainRows !== undefined){
let data54 = data50.trainRows;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err164 = {instancePath:instancePath+"/data/split/trainRows",schemaPath:"#/properties/data/properties/split/properties/trainRows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 < 0 || isNaN(data54)){
const err165 = {instancePath:instancePath+"/data/split/trainRows",schemaPath:"#/properties/data/properties/split/properties/trainRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
if(data50.testRows !== undefined){
let data55 = data50.testRows;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err166 = {instancePath:instancePath+"/data/split/testRows",schemaPath:"#/properties/data/properties/split/properties/testRows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 < 0 || isNaN(data55)){
const err167 = {instancePath:instancePath+"/data/split/testRows",schemaPath:"#/properties/data/properties/split/properties/testRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
if(data50.digest !== undefined){
let data56 = data50.digest;
if(typeof data56 === "string"){
if(func2(data56) > 64){
const err168 = {instancePath:instancePath+"/data/split/digest",schemaPath:"#/properties/data/properties/split/properties/digest/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/data/split/digest",schemaPath:"#/properties/data/properties/split/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data50.by !== undefined){
let data57 = data50.by;
if((typeof data57 !== "string") && (data57 !== null)){
const err170 = {instancePath:instancePath+"/data/split/by",schemaPath:"#/properties/data/properties/split/properties/by/type",keyword:"type",params:{type: schema11.properties.data.properties.split.properties.by.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(typeof data57 === "string"){
if(func2(data57) > 128){
const err171 = {instancePath:instancePath+"/data/split/by",schemaPath:"#/properties/data/properties/split/properties/by/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
if(data50.trainGroups !== undefined){
let data58 = data50.trainGroups;
if((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (data58 !== null)){
const err172 = {instancePath:instancePath+"/data/split/trainGroups",schemaPath:"#/properties/data/properties/split/properties/trainGroups/type",keyword:"type",params:{type: schema11.properties.data.properties.split.properties.trainGroups.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 < 0 || isNaN(data58)){
const err173 = {instancePath:instancePath+"/data/split/trainGroups",schemaPath:"#/properties/data/properties/split/properties/trainGroups/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
if(data50.testGroups !== undefined){
let data59 = data50.testGroups;
if((!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))) && (data59 !== null)){
const err174 = {instancePath:instancePath+"/data/split/testGroups",schemaPath:"#/properties/data/properties/split/properties/testGroups/type",keyword:"type",params:{type: schema11.properties.data.properties.split.properties.testGroups.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
const err175 = {instancePath:instancePath+"/data/split/testGroups",schemaPath:"#/properties/data/properties/split/properties/testGroups/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
if(data50.trainUntil !== undefined){
let data60 = data50.trainUntil;
if((typeof data60 !== "string") && (data60 !== null)){
const err176 = {instancePath:instancePath+"/data/split/trainUntil",schemaPath:"#/properties/data/properties/split/properties/trainUntil/type",keyword:"type",params:{type: schema11.properties.data.properties.split.properties.trainUntil.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(typeof data60 === "string"){
if(func2(data60) > 40){
const err177 = {instancePath:instancePath+"/data/split/trainUntil",schemaPath:"#/properties/data/properties/split/properties/trainUntil/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
}
if(data50.testFrom !== undefined){
let data61 = data50.testFrom;
if((typeof data61 !== "string") && (data61 !== null)){
const err178 = {instancePath:instancePath+"/data/split/testFrom",schemaPath:"#/properties/data/properties/split/properties/testFrom/type",keyword:"type",params:{type: schema11.properties.data.properties.split.properties.testFrom.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(typeof data61 === "string"){
if(func2(data61) > 40){
const err179 = {instancePath:instancePath+"/data/split/testFrom",schemaPath:"#/properties/data/properties/split/properties/testFrom/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
}
else {
const err180 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data35.quality !== undefined){
let data62 = data35.quality;
if(Array.isArray(data62)){
if(data62.length > 2000){
const err181 = {instancePath:instancePath+"/data/quality",schemaPath:"#/properties/data/properties/quality/maxItems",keyword:"maxItems",params:{limit: 2000},message:"must NOT have more than 2000 items"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
const len7 = data62.length;
for(let i7=0; i7<len7; i7++){
let data63 = data62[i7];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if(data63.column === undefined){
const err182 = {instancePath:instancePath+"/data/quality/" + i7,schemaPath:"#/properties/data/properties/quality/items/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data63.type === undefined){
const err183 = {instancePath:instancePath+"/data/quality/" + i7,schemaPath:"#/properties/data/properties/quality/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data63.nulls === undefined){
const err184 = {instancePath:instancePath+"/data/quality/" + i7,schemaPath:"#/properties/data/properties/quality/items/required",keyword:"required",params:{missingProperty: "nulls"},message:"must have required property '"+"nulls"+"'"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(data63.nullRatio === undefined){
const err185 = {instancePath:instancePath+"/data/quality/" + i7,schemaPath:"#/properties/data/properties/quality/items/required",keyword:"required",params:{missingProperty: "nullRatio"},message:"must have required property '"+"nullRatio"+"'"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data63.distinct === undefined){
const err186 = {instancePath:instancePath+"/data/quality/" + i7,schemaPath:"#/properties/data/properties/quality/items/required",keyword:"required",params:{missingProperty: "distinct"},message:"must have required property '"+"distinct"+"'"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data63.column !== undefined){
let data64 = data63.column;
if(typeof data64 === "string"){
if(func2(data64) > 128){
const err187 = {instancePath:instancePath+"/data/quality/" + i7+"/column",schemaPath:"#/properties/data/properties/quality/items/properties/column/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
else {
const err188 = {instancePath:instancePath+"/data/quality/" + i7+"/column",schemaPath:"#/properties/data/properties/quality/items/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data63.type !== undefined){
let data65 = data63.type;
if(typeof data65 === "string"){
if(func2(data65) > 32){
const err189 = {instancePath:instancePath+"/data/quality/" + i7+"/type",schemaPath:"#/properties/data/properties/quality/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/data/quality/" + i7+"/type",schemaPath:"#/properties/data/properties/quality/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data63.nulls !== undefined){
let data66 = data63.nulls;
if(!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))){
const err191 = {instancePath:instancePath+"/data/quality/" + i7+"/nulls",schemaPath:"#/properties/data/properties/quality/items/properties/nulls/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 < 0 || isNaN(data66)){
const err192 = {instancePath:instancePath+"/data/quality/" + i7+"/nulls",schemaPath:"#/properties/data/properties/quality/items/properties/nulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
if(data63.nullRatio !== undefined){
let data67 = data63.nullRatio;
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 1 || isNaN(data67)){
const err193 = {instancePath:instancePath+"/data/quality/" + i7+"/nullRatio",schemaPath:"#/properties/data/properties/quality/items/properties/nullRatio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(data67 < 0 || isNaN(data67)){
const err194 = {instancePath:instancePath+"/data/quality/" + i7+"/nullRatio",schemaPath:"#/properties/data/properties/quality/items/properties/nullRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
else {
const err195 = {instancePath:instancePath+"/data/quality/" + i7+"/nullRatio",schemaPath:"#/properties/data/properties/quality/items/properties/nullRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data63.distinct !== undefined){
let data68 = data63.distinct;
if(!(((typeof data68 == "number") && (!(data68 % 1) && !isNaN(data68))) && (isFinite(data68)))){
const err196 = {instancePath:instancePath+"/data/quality/" + i7+"/distinct",schemaPath:"#/properties/data/properties/quality/items/properties/distinct/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 < 0 || isNaN(data68)){
const err197 = {instancePath:instancePath+"/data/quality/" + i7+"/distinct",schemaPath:"#/properties/data/properties/quality/items/properties/distinct/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
if(data63.min !== undefined){
let data69 = data63.min;
if((!((typeof data69 == "number") && (isFinite(data69)))) && (data69 !== null)){
const err198 = {instancePath:instancePath+"/data/quality/" + i7+"/min",schemaPath:"#/properties/data/properties/quality/items/properties/min/type",keyword:"type",params:{type: schema11.properties.data.properties.quality.items.properties.min.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data63.max !== undefined){
let data70 = data63.max;
if((!((typeof data70 == "number") && (isFinite(data70)))) && (data70 !== null)){
const err199 = {instancePath:instancePath+"/data/quality/" + i7+"/max",schemaPath:"#/properties/data/properties/quality/items/properties/max/type",keyword:"type",params:{type: schema11.properties.data.properties.quality.items.properties.max.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data63.mean !== undefined){
let data71 = data63.mean;
if((!((typeof data71 == "number") && (isFinite(data71)))) && (data71 !== null)){
const err200 = {instancePath:instancePath+"/data/quality/" + i7+"/mean",schemaPath:"#/properties/data/properties/quality/items/properties/mean/type",keyword:"type",params:{type: schema11.properties.data.properties.quality.items.properties.mean.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data63.stdDev !== undefined){
let data72 = data63.stdDev;
if((!((typeof data72 == "number") && (isFinite(data72)))) && (data72 !== null)){
const err201 = {instancePath:instancePath+"/data/quality/" + i7+"/stdDev",schemaPath:"#/properties/data/properties/quality/items/properties/stdDev/type",keyword:"type",params:{type: schema11.properties.data.properties.quality.items.properties.stdDev.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 < 0 || isNaN(data72)){
const err202 = {instancePath:instancePath+"/data/quality/" + i7+"/stdDev",schemaPath:"#/properties/data/properties/quality/items/properties/stdDev/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
}
else {
const err203 = {instancePath:instancePath+"/data/quality/" + i7,schemaPath:"#/properties/data/properties/quality/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
}
else {
const err204 = {instancePath:instancePath+"/data/quality",schemaPath:"#/properties/data/properties/quality/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data.features !== undefined){
let data73 = data.features;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.pipelineVersion === undefined){
const err206 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/required",keyword:"required",params:{missingProperty: "pipelineVersion"},message:"must have required property '"+"pipelineVersion"+"'"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(data73.inputs === undefined){
const err207 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/required",keyword:"required",params:{missingProperty: "inputs"},message:"must have required property '"+"inputs"+"'"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data73.outputs === undefined){
const err208 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/required",keyword:"required",params:{missingProperty: "outputs"},message:"must have required property '"+"outputs"+"'"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(data73.pipelineVersion !== undefined){
let data74 = data73.pipelineVersion;
if(typeof data74 === "string"){
if(func2(data74) > 64){
const err209 = {instancePath:instancePath+"/features/pipelineVersion",schemaPath:"#/properties/features/properties/pipelineVersion/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
else {
const err210 = {instancePath:instancePath+"/features/pipelineVersion",schemaPath:"#/properties/features/properties/pipelineVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data73.inputs !== undefined){
let data75 = data73.inputs;
if(Array.isArray(data75)){
if(data75.length > 2000){
const err211 = {instancePath:instancePath+"/features/inputs",schemaPath:"#/properties/features/properties/inputs/maxItems",keyword:"maxItems",params:{limit: 2000},message:"must NOT have more than 2000 items"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
const len8 = data75.length;
for(let i8=0; i8<len8; i8++){
let data76 = data75[i8];
if(typeof data76 === "string"){
if(func2(data76) > 128){
const err212 = {instancePath:instancePath+"/features/inputs/" + i8,schemaPath:"#/properties/features/properties/inputs/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
else {
const err213 = {instancePath:instancePath+"/features/inputs/" + i8,schemaPath:"#/properties/features/properties/inputs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
}
else {
const err214 = {instancePath:instancePath+"/features/inputs",schemaPath:"#/properties/features/properties/inputs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data73.outputs !== undefined){
let data77 = data73.outputs;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
const err215 = {instancePath:instancePath+"/features/outputs",schemaPath:"#/properties/features/properties/outputs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 < 0 || isNaN(data77)){
const err216 = {instancePath:instancePath+"/features/outputs",schemaPath:"#/properties/features/properties/outputs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
if(data73.reusedFrom !== undefined){
let data78 = data73.reusedFrom;
if((typeof data78 !== "string") && (data78 !== null)){
const err217 = {instancePath:instancePath+"/features/reusedFrom",schemaPath:"#/properties/features/properties/reusedFrom/type",keyword:"type",params:{type: schema11.properties.features.properties.reusedFrom.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(typeof data78 === "string"){
if(func2(data78) > 1024){
const err218 = {instancePath:instancePath+"/features/reusedFrom",schemaPath:"#/properties/features/properties/reusedFrom/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
if(data73.selection !== undefined){
let data79 = data73.selection;
if((!(data79 && typeof data79 == "object" && !Array.isArray(data79))) && (data79 !== null)){
const err219 = {instancePath:instancePath+"/features/selection",schemaPath:"#/properties/features/properties/selection/type",keyword:"type",params:{type: schema11.properties.features.properties.selection.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.test === undefined){
const err220 = {instancePath:instancePath+"/features/selection",schemaPath:"#/properties/features/properties/selection/required",keyword:"required",params:{missingProperty: "test"},message:"must have required property '"+"test"+"'"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(data79.alpha === undefined){
const err221 = {instancePath:instancePath+"/features/selection",schemaPath:"#/properties/features/properties/selection/required",keyword:"required",params:{missingProperty: "alpha"},message:"must have required property '"+"alpha"+"'"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(data79.max === undefined){
const err222 = {instancePath:instancePath+"/features/selection",schemaPath:"#/properties/features/properties/selection/required",keyword:"required",params:{missingProperty: "max"},message:"must have required property '"+"max"+"'"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data79.columns === undefined){
const err223 = {instancePath:instancePath+"/features/selection",schemaPath:"#/properties/features/properties/selection/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data79.test !== undefined){
let data80 = data79.test;
if(typeof data80 !== "string"){
const err224 = {instancePath:instancePath+"/features/selection/test",schemaPath:"#/properties/features/properties/selection/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(!(((data80 === "Auto") || (data80 === "Parametric")) || (data80 === "Rank"))){
const err225 = {instancePath:instancePath+"/features/selection/test",schemaPath:"#/properties/features/properties/selection/properties/test/enum",keyword:"enum",params:{allowedValues: schema11.properties.features.properties.selection.properties.test.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data79.alpha !== undefined){
let data81 = data79.alpha;
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 > 1 || isNaN(data81)){
const err226 = {instancePath:instancePath+"/features/selection/alpha",schemaPath:"#/properties/features/properties/selection/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(data81 < 0 || isNaN(data81)){
const err227 = {instancePath:instancePath+"/features/selection/alpha",schemaPath:"#/properties/features/properties/selection/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
else {
const err228 = {instancePath:instancePath+"/features/selection/alpha",schemaPath:"#/properties/features/properties/selection/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data79.max !== undefined){
let data82 = data79.max;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err229 = {instancePath:instancePath+"/features/selection/max",schemaPath:"#/properties/features/properties/selection/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 < 1 || isNaN(data82)){
const err230 = {instancePath:instancePath+"/features/selection/max",schemaPath:"#/properties/features/properties/selection/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
if(data79.columns !== undefined){
let data83 = data79.columns;
if(Array.isArray(data83)){
if(data83.length > 2000){
const err231 = {instancePath:instancePath+"/features/selection/columns",schemaPath:"#/properties/features/properties/selection/properties/columns/maxItems",keyword:"maxItems",params:{limit: 2000},message:"must NOT have more than 2000 items"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
const len9 = data83.length;
for(let i9=0; i9<len9; i9++){
let data84 = data83[i9];
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
if(data84.name === undefined){
const err232 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(data84.test === undefined){
const err233 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "test"},message:"must have required property '"+"test"+"'"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(data84.pValue === undefined){
const err234 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "pValue"},message:"must have required property '"+"pValue"+"'"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(data84.adjustedPValue === undefined){
const err235 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "adjustedPValue"},message:"must have required property '"+"adjustedPValue"+"'"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(data84.effect === undefined){
const err236 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(data84.n === undefined){
const err237 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(data84.selected === undefined){
const err238 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/required",keyword:"required",params:{missingProperty: "selected"},message:"must have required property '"+"selected"+"'"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(data84.name !== undefined){
let data85 = data84.name;
if(typeof data85 === "string"){
if(func2(data85) > 128){
const err239 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/name",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
else {
const err240 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/name",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data84.test !== undefined){
let data86 = data84.test;
if(typeof data86 !== "string"){
const err241 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/test",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(!(((((data86 === "chi2") || (data86 === "ANOVA F")) || (data86 === "Kruskal-Wallis")) || (data86 === "Pearson")) || (data86 === "Spearman"))){
const err242 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/test",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/test/enum",keyword:"enum",params:{allowedValues: schema11.properties.features.properties.selection.properties.columns.items.properties.test.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data84.statistic !== undefined){
let data87 = data84.statistic;
if((!((typeof data87 == "number") && (isFinite(data87)))) && (data87 !== null)){
const err243 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/statistic",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/statistic/type",keyword:"type",params:{type: schema11.properties.features.properties.selection.properties.columns.items.properties.statistic.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
if(data84.pValue !== undefined){
let data88 = data84.pValue;
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 1 || isNaN(data88)){
const err244 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/pValue",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/pValue/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
if(data88 < 0 || isNaN(data88)){
const err245 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/pValue",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/pValue/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
else {
const err246 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/pValue",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/pValue/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data84.adjustedPValue !== undefined){
let data89 = data84.adjustedPValue;
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 > 1 || isNaN(data89)){
const err247 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/adjustedPValue",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/adjustedPValue/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if(data89 < 0 || isNaN(data89)){
const err248 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/adjustedPValue",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/adjustedPValue/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
else {
const err249 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/adjustedPValue",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/adjustedPValue/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data84.effect !== undefined){
let data90 = data84.effect;
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 1 || isNaN(data90)){
const err250 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/effect",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/effect/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data90 < 0 || isNaN(data90)){
const err251 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/effect",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/effect/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
else {
const err252 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/effect",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/effect/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data84.n !== undefined){
let data91 = data84.n;
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
const err253 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/n",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 < 0 || isNaN(data91)){
const err254 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/n",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
if(data84.selected !== undefined){
if(typeof data84.selected !== "boolean"){
const err255 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/selected",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/selected/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data84.foldsSelected !== undefined){
let data93 = data84.foldsSelected;
if((!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))) && (data93 !== null)){
const err256 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/foldsSelected",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/foldsSelected/type",keyword:"type",params:{type: schema11.properties.features.properties.selection.properties.columns.items.properties.foldsSelected.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 < 0 || isNaN(data93)){
const err257 = {instancePath:instancePath+"/features/selection/columns/" + i9+"/foldsSelected",schemaPath:"#/properties/features/properties/selection/properties/columns/items/properties/foldsSelected/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
}
}
else {
const err258 = {instancePath:instancePath+"/features/selection/columns/" + i9,schemaPath:"#/properties/features/properties/selection/properties/columns/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
}
else {
const err259 = {instancePath:instancePath+"/features/selection/columns",schemaPath:"#/properties/features/properties/selection/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
}
}
}
else {
const err260 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data.algorithm !== undefined){
let data94 = data.algorithm;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.name === undefined){
const err261 = {instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(data94.parameters === undefined){
const err262 = {instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/required",keyword:"required",params:{missingProperty: "parameters"},message:"must have required property '"+"parameters"+"'"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if(data94.name !== undefined){
let data95 = data94.name;
if(typeof data95 === "string"){
if(func2(data95) > 64){
const err263 = {instancePath:instancePath+"/algorithm/name",schemaPath:"#/properties/algorithm/properties/name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(func2(data95) < 1){
const err264 = {instancePath:instancePath+"/algorithm/name",schemaPath:"#/properties/algorithm/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
else {
const err265 = {instancePath:instancePath+"/algorithm/name",schemaPath:"#/properties/algorithm/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data94.parameters !== undefined){
let data96 = data94.parameters;
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
if(Object.keys(data96).length > 256){
const err266 = {instancePath:instancePath+"/algorithm/parameters",schemaPath:"#/properties/algorithm/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 256},message:"must NOT have more than 256 properties"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
else {
const err267 = {instancePath:instancePath+"/algorithm/parameters",schemaPath:"#/properties/algorithm/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
}
else {
const err268 = {instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
if(data.seed !== undefined){
let data97 = data.seed;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
const err269 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data.environment !== undefined){
let data98 = data.environment;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(Object.keys(data98).length > 32){
const err270 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
for(const key1 in data98){
let data99 = data98[key1];
if(typeof data99 === "string"){
if(func2(data99) > 128){
const err271 = {instancePath:instancePath+"/environment/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
else {
const err272 = {instancePath:instancePath+"/environment/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
}
else {
const err273 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
if(data.code !== undefined){
let data100 = data.code;
if((!(data100 && typeof data100 == "object" && !Array.isArray(data100))) && (data100 !== null)){
const err274 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: schema11.properties.code.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(data100.repository !== undefined){
let data101 = data100.repository;
if((typeof data101 !== "string") && (data101 !== null)){
const err275 = {instancePath:instancePath+"/code/repository",schemaPath:"#/properties/code/properties/repository/type",keyword:"type",params:{type: schema11.properties.code.properties.repository.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
if(typeof data101 === "string"){
if(func2(data101) > 512){
const err276 = {instancePath:instancePath+"/code/repository",schemaPath:"#/properties/code/properties/repository/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
}
if(data100.commit !== undefined){
let data102 = data100.commit;
if((typeof data102 !== "string") && (data102 !== null)){
const err277 = {instancePath:instancePath+"/code/commit",schemaPath:"#/properties/code/properties/commit/type",keyword:"type",params:{type: schema11.properties.code.properties.commit.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(typeof data102 === "string"){
if(func2(data102) > 64){
const err278 = {instancePath:instancePath+"/code/commit",schemaPath:"#/properties/code/properties/commit/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
}
if(data100.dirty !== undefined){
let data103 = data100.dirty;
if((typeof data103 !== "boolean") && (data103 !== null)){
const err279 = {instancePath:instancePath+"/code/dirty",schemaPath:"#/properties/code/properties/dirty/type",keyword:"type",params:{type: schema11.properties.code.properties.dirty.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
}
}
if(data.image !== undefined){
let data104 = data.image;
if((!(data104 && typeof data104 == "object" && !Array.isArray(data104))) && (data104 !== null)){
const err280 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: schema11.properties.image.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if(data104 && typeof data104 == "object" && !Array.isArray(data104)){
if(data104.reference !== undefined){
let data105 = data104.reference;
if((typeof data105 !== "string") && (data105 !== null)){
const err281 = {instancePath:instancePath+"/image/reference",schemaPath:"#/properties/image/properties/reference/type",keyword:"type",params:{type: schema11.properties.image.properties.reference.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
if(typeof data105 === "string"){
if(func2(data105) > 512){
const err282 = {instancePath:instancePath+"/image/reference",schemaPath:"#/properties/image/properties/reference/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
}
if(data104.digest !== undefined){
let data106 = data104.digest;
if((typeof data106 !== "string") && (data106 !== null)){
const err283 = {instancePath:instancePath+"/image/digest",schemaPath:"#/properties/image/properties/digest/type",keyword:"type",params:{type: schema11.properties.image.properties.digest.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(typeof data106 === "string"){
if(func2(data106) > 128){
const err284 = {instancePath:instancePath+"/image/digest",schemaPath:"#/properties/image/properties/digest/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
}
}
}
if(data.parent !== undefined){
let data107 = data.parent;
if((typeof data107 !== "string") && (data107 !== null)){
const err285 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/type",keyword:"type",params:{type: schema11.properties.parent.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(typeof data107 === "string"){
if(func2(data107) > 253){
const err286 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
}
if(data.metrics !== undefined){
let data108 = data.metrics;
if(Array.isArray(data108)){
if(data108.length > 64){
const err287 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
const len10 = data108.length;
for(let i10=0; i10<len10; i10++){
let data109 = data108[i10];
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(data109.name === undefined){
const err288 = {instancePath:instancePath+"/metrics/" + i10,schemaPath:"#/properties/metrics/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(data109.split === undefined){
const err289 = {instancePath:instancePath+"/metrics/" + i10,schemaPath:"#/properties/metrics/items/required",keyword:"required",params:{missingProperty: "split"},message:"must have required property '"+"split"+"'"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data109.value === undefined){
const err290 = {instancePath:instancePath+"/metrics/" + i10,schemaPath:"#/properties/metrics/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(data109.name !== undefined){
let data110 = data109.name;
if(typeof data110 === "string"){
if(func2(data110) > 64){
const err291 = {instancePath:instancePath+"/metrics/" + i10+"/name",schemaPath:"#/properties/metrics/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
if(func2(data110) < 1){
const err292 = {instancePath:instancePath+"/metrics/" + i10+"/name",schemaPath:"#/properties/metrics/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
else {
const err293 = {instancePath:instancePath+"/metrics/" + i10+"/name",schemaPath:"#/properties/metrics/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
if(data109.split !== undefined){
let data111 = data109.split;
if(typeof data111 !== "string"){
const err294 = {instancePath:instancePath+"/metrics/" + i10+"/split",schemaPath:"#/properties/metrics/items/properties/split/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
if(!(((data111 === "Train") || (data111 === "CV")) || (data111 === "Test"))){
const err295 = {instancePath:instancePath+"/metrics/" + i10+"/split",schemaPath:"#/properties/metrics/items/properties/split/enum",keyword:"enum",params:{allowedValues: schema11.properties.metrics.items.properties.split.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data109.value !== undefined){
let data112 = data109.value;
if(!((typeof data112 == "number") && (isFinite(data112)))){
const err296 = {instancePath:instancePath+"/metrics/" + i10+"/value",schemaPath:"#/properties/metrics/items/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
if(data109.stdDev !== undefined){
let data113 = data109.stdDev;
if((!((typeof data113 == "number") && (isFinite(data113)))) && (data113 !== null)){
const err297 = {instancePath:instancePath+"/metrics/" + i10+"/stdDev",schemaPath:"#/properties/metrics/items/properties/stdDev/type",keyword:"type",params:{type: schema11.properties.metrics.items.properties.stdDev.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if((typeof data113 == "number") && (isFinite(data113))){
if(data113 < 0 || isNaN(data113)){
const err298 = {instancePath:instancePath+"/metrics/" + i10+"/stdDev",schemaPath:"#/properties/metrics/items/properties/stdDev/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
}
if(data109.n !== undefined){
let data114 = data109.n;
if((!(((typeof data114 == "number") && (!(data114 % 1) && !isNaN(data114))) && (isFinite(data114)))) && (data114 !== null)){
const err299 = {instancePath:instancePath+"/metrics/" + i10+"/n",schemaPath:"#/properties/metrics/items/properties/n/type",keyword:"type",params:{type: schema11.properties.metrics.items.properties.n.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
if((typeof data114 == "number") && (isFinite(data114))){
if(data114 < 0 || isNaN(data114)){
const err300 = {instancePath:instancePath+"/metrics/" + i10+"/n",schemaPath:"#/properties/metrics/items/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
}
}
else {
const err301 = {instancePath:instancePath+"/metrics/" + i10,schemaPath:"#/properties/metrics/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
}
else {
const err302 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data.folds !== undefined){
let data115 = data.folds;
if((!(data115 && typeof data115 == "object" && !Array.isArray(data115))) && (data115 !== null)){
const err303 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/type",keyword:"type",params:{type: schema11.properties.folds.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.folds === undefined){
const err304 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "folds"},message:"must have required property '"+"folds"+"'"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(data115.repeats === undefined){
const err305 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "repeats"},message:"must have required property '"+"repeats"+"'"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
if(data115.seed === undefined){
const err306 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "seed"},message:"must have required property '"+"seed"+"'"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(data115.digest === undefined){
const err307 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(data115.metric === undefined){
const err308 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if(data115.scores === undefined){
const err309 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "scores"},message:"must have required property '"+"scores"+"'"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
if(data115.trainRows === undefined){
const err310 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "trainRows"},message:"must have required property '"+"trainRows"+"'"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(data115.testRows === undefined){
const err311 = {instancePath:instancePath+"/folds",schemaPath:"#/properties/folds/required",keyword:"required",params:{missingProperty: "testRows"},message:"must have required property '"+"testRows"+"'"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(data115.folds !== undefined){
let data116 = data115.folds;
if(!(((typeof data116 == "number") && (!(data116 % 1) && !isNaN(data116))) && (isFinite(data116)))){
const err312 = {instancePath:instancePath+"/folds/folds",schemaPath:"#/properties/folds/properties/folds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if((typeof data116 == "number") && (isFinite(data116))){
if(data116 < 2 || isNaN(data116)){
const err313 = {instancePath:instancePath+"/folds/folds",schemaPath:"#/properties/folds/properties/folds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
}
if(data115.repeats !== undefined){
let data117 = data115.repeats;
if(!(((typeof data117 == "number") && (!(data117 % 1) && !isNaN(data117))) && (isFinite(data117)))){
const err314 = {instancePath:instancePath+"/folds/repeats",schemaPath:"#/properties/folds/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if((typeof data117 == "number") && (isFinite(data117))){
if(data117 < 1 || isNaN(data117)){
const err315 = {instancePath:instancePath+"/folds/repeats",schemaPath:"#/properties/folds/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
if(data115.seed !== undefined){
let data118 = data115.seed;
if(!(((typeof data118 == "number") && (!(data118 % 1) && !isNaN(data118))) && (isFinite(data118)))){
const err316 = {instancePath:instancePath+"/folds/seed",schemaPath:"#/properties/folds/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
if(data115.digest !== undefined){
let data119 = data115.digest;
if(typeof data119 === "string"){
if(func2(data119) > 64){
const err317 = {instancePath:instancePath+"/folds/digest",schemaPath:"#/properties/folds/properties/digest/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
else {
const err318 = {instancePath:instancePath+"/folds/digest",schemaPath:"#/properties/folds/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data115.metric !== undefined){
let data120 = data115.metric;
if(typeof data120 === "string"){
if(func2(data120) > 64){
const err319 = {instancePath:instancePath+"/folds/metric",schemaPath:"#/properties/folds/properties/metric/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
else {
const err320 = {instancePath:instancePath+"/folds/metric",schemaPath:"#/properties/folds/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
if(data115.scores !== undefined){
let data121 = data115.scores;
if(Array.isArray(data121)){
if(data121.length > 400){
const err321 = {instancePath:instancePath+"/folds/scores",schemaPath:"#/properties/folds/properties/scores/maxItems",keyword:"maxItems",params:{limit: 400},message:"must NOT have more than 400 items"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
const len11 = data121.length;
for(let i11=0; i11<len11; i11++){
let data122 = data121[i11];
if((!((typeof data122 == "number") && (isFinite(data122)))) && (data122 !== null)){
const err322 = {instancePath:instancePath+"/folds/scores/" + i11,schemaPath:"#/properties/folds/properties/scores/items/type",keyword:"type",params:{type: schema11.properties.folds.properties.scores.items.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
}
else {
const err323 = {instancePath:instancePath+"/folds/scores",schemaPath:"#/properties/folds/properties/scores/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
if(data115.trainRows !== undefined){
let data123 = data115.trainRows;
if((typeof data123 == "number") && (isFinite(data123))){
if(data123 < 0 || isNaN(data123)){
const err324 = {instancePath:instancePath+"/folds/trainRows",schemaPath:"#/properties/folds/properties/trainRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
else {
const err325 = {instancePath:instancePath+"/folds/trainRows",schemaPath:"#/properties/folds/properties/trainRows/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
if(data115.testRows !== undefined){
let data124 = data115.testRows;
if((typeof data124 == "number") && (isFinite(data124))){
if(data124 < 0 || isNaN(data124)){
const err326 = {instancePath:instancePath+"/folds/testRows",schemaPath:"#/properties/folds/properties/testRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
else {
const err327 = {instancePath:instancePath+"/folds/testRows",schemaPath:"#/properties/folds/properties/testRows/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
}
}
if(data.holdout !== undefined){
let data125 = data.holdout;
if((!(data125 && typeof data125 == "object" && !Array.isArray(data125))) && (data125 !== null)){
const err328 = {instancePath:instancePath+"/holdout",schemaPath:"#/properties/holdout/type",keyword:"type",params:{type: schema11.properties.holdout.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
if(data125.file === undefined){
const err329 = {instancePath:instancePath+"/holdout",schemaPath:"#/properties/holdout/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(data125.sha256 === undefined){
const err330 = {instancePath:instancePath+"/holdout",schemaPath:"#/properties/holdout/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if(data125.rows === undefined){
const err331 = {instancePath:instancePath+"/holdout",schemaPath:"#/properties/holdout/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
if(data125.file !== undefined){
let data126 = data125.file;
if(typeof data126 === "string"){
if(func2(data126) > 253){
const err332 = {instancePath:instancePath+"/holdout/file",schemaPath:"#/properties/holdout/properties/file/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
if(!pattern1.test(data126)){
const err333 = {instancePath:instancePath+"/holdout/file",schemaPath:"#/properties/holdout/properties/file/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"},message:"must match pattern \""+"^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/]*$"+"\""};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
else {
const err334 = {instancePath:instancePath+"/holdout/file",schemaPath:"#/properties/holdout/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
if(data125.sha256 !== undefined){
let data127 = data125.sha256;
if(typeof data127 === "string"){
if(func2(data127) > 64){
const err335 = {instancePath:instancePath+"/holdout/sha256",schemaPath:"#/properties/holdout/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
if(!pattern2.test(data127)){
const err336 = {instancePath:instancePath+"/holdout/sha256",schemaPath:"#/properties/holdout/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
else {
const err337 = {instancePath:instancePath+"/holdout/sha256",schemaPath:"#/properties/holdout/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data125.rows !== undefined){
let data128 = data125.rows;
if(!(((typeof data128 == "number") && (!(data128 % 1) && !isNaN(data128))) && (isFinite(data128)))){
const err338 = {instancePath:instancePath+"/holdout/rows",schemaPath:"#/properties/holdout/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if((typeof data128 == "number") && (isFinite(data128))){
if(data128 < 0 || isNaN(data128)){
const err339 = {instancePath:instancePath+"/holdout/rows",schemaPath:"#/properties/holdout/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
}
}
}
if(data.calibration !== undefined){
let data129 = data.calibration;
if((!(data129 && typeof data129 == "object" && !Array.isArray(data129))) && (data129 !== null)){
const err340 = {instancePath:instancePath+"/calibration",schemaPath:"#/properties/calibration/type",keyword:"type",params:{type: schema11.properties.calibration.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(data129 && typeof data129 == "object" && !Array.isArray(data129)){
if(data129.brier !== undefined){
let data130 = data129.brier;
if((typeof data130 == "number") && (isFinite(data130))){
if(data130 < 0 || isNaN(data130)){
const err341 = {instancePath:instancePath+"/calibration/brier",schemaPath:"#/properties/calibration/properties/brier/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
else {
const err342 = {instancePath:instancePath+"/calibration/brier",schemaPath:"#/properties/calibration/properties/brier/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
if(data129.ece !== undefined){
let data131 = data129.ece;
if((typeof data131 == "number") && (isFinite(data131))){
if(data131 > 1 || isNaN(data131)){
const err343 = {instancePath:instancePath+"/calibration/ece",schemaPath:"#/properties/calibration/properties/ece/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(data131 < 0 || isNaN(data131)){
const err344 = {instancePath:instancePath+"/calibration/ece",schemaPath:"#/properties/calibration/properties/ece/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
else {
const err345 = {instancePath:instancePath+"/calibration/ece",schemaPath:"#/properties/calibration/properties/ece/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
if(data129.n !== undefined){
let data132 = data129.n;
if(!(((typeof data132 == "number") && (!(data132 % 1) && !isNaN(data132))) && (isFinite(data132)))){
const err346 = {instancePath:instancePath+"/calibration/n",schemaPath:"#/properties/calibration/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
if((typeof data132 == "number") && (isFinite(data132))){
if(data132 < 0 || isNaN(data132)){
const err347 = {instancePath:instancePath+"/calibration/n",schemaPath:"#/properties/calibration/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
}
if(data129.curve !== undefined){
let data133 = data129.curve;
if(Array.isArray(data133)){
if(data133.length > 10){
const err348 = {instancePath:instancePath+"/calibration/curve",schemaPath:"#/properties/calibration/properties/curve/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
const len12 = data133.length;
for(let i12=0; i12<len12; i12++){
let data134 = data133[i12];
if(data134 && typeof data134 == "object" && !Array.isArray(data134)){
if(data134.low === undefined){
const err349 = {instancePath:instancePath+"/calibration/curve/" + i12,schemaPath:"#/properties/calibration/properties/curve/items/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if(data134.high === undefined){
const err350 = {instancePath:instancePath+"/calibration/curve/" + i12,schemaPath:"#/properties/calibration/properties/curve/items/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(data134.n === undefined){
const err351 = {instancePath:instancePath+"/calibration/curve/" + i12,schemaPath:"#/properties/calibration/properties/curve/items/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(data134.meanScore === undefined){
const err352 = {instancePath:instancePath+"/calibration/curve/" + i12,schemaPath:"#/properties/calibration/properties/curve/items/required",keyword:"required",params:{missingProperty: "meanScore"},message:"must have required property '"+"meanScore"+"'"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
if(data134.share === undefined){
const err353 = {instancePath:instancePath+"/calibration/curve/" + i12,schemaPath:"#/properties/calibration/properties/curve/items/required",keyword:"required",params:{missingProperty: "share"},message:"must have required property '"+"share"+"'"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(data134.low !== undefined){
let data135 = data134.low;
if((typeof data135 == "number") && (isFinite(data135))){
if(data135 > 1 || isNaN(data135)){
const err354 = {instancePath:instancePath+"/calibration/curve/" + i12+"/low",schemaPath:"#/properties/calibration/properties/curve/items/properties/low/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(data135 < 0 || isNaN(data135)){
const err355 = {instancePath:instancePath+"/calibration/curve/" + i12+"/low",schemaPath:"#/properties/calibration/properties/curve/items/properties/low/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
else {
const err356 = {instancePath:instancePath+"/calibration/curve/" + i12+"/low",schemaPath:"#/properties/calibration/properties/curve/items/properties/low/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
if(data134.high !== undefined){
let data136 = data134.high;
if((typeof data136 == "number") && (isFinite(data136))){
if(data136 > 1 || isNaN(data136)){
const err357 = {instancePath:instancePath+"/calibration/curve/" + i12+"/high",schemaPath:"#/properties/calibration/properties/curve/items/properties/high/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(data136 < 0 || isNaN(data136)){
const err358 = {instancePath:instancePath+"/calibration/curve/" + i12+"/high",schemaPath:"#/properties/calibration/properties/curve/items/properties/high/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
else {
const err359 = {instancePath:instancePath+"/calibration/curve/" + i12+"/high",schemaPath:"#/properties/calibration/properties/curve/items/properties/high/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
if(data134.n !== undefined){
let data137 = data134.n;
if(!(((typeof data137 == "number") && (!(data137 % 1) && !isNaN(data137))) && (isFinite(data137)))){
const err360 = {instancePath:instancePath+"/calibration/curve/" + i12+"/n",schemaPath:"#/properties/calibration/properties/curve/items/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
if((typeof data137 == "number") && (isFinite(data137))){
if(data137 < 1 || isNaN(data137)){
const err361 = {instancePath:instancePath+"/calibration/curve/" + i12+"/n",schemaPath:"#/properties/calibration/properties/curve/items/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
}
if(data134.meanScore !== undefined){
let data138 = data134.meanScore;
if(!((typeof data138 == "number") && (isFinite(data138)))){
const err362 = {instancePath:instancePath+"/calibration/curve/" + i12+"/meanScore",schemaPath:"#/properties/calibration/properties/curve/items/properties/meanScore/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
if(data134.share !== undefined){
let data139 = data134.share;
if((typeof data139 == "number") && (isFinite(data139))){
if(data139 > 1 || isNaN(data139)){
const err363 = {instancePath:instancePath+"/calibration/curve/" + i12+"/share",schemaPath:"#/properties/calibration/properties/curve/items/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(data139 < 0 || isNaN(data139)){
const err364 = {instancePath:instancePath+"/calibration/curve/" + i12+"/share",schemaPath:"#/properties/calibration/properties/curve/items/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
else {
const err365 = {instancePath:instancePath+"/calibration/curve/" + i12+"/share",schemaPath:"#/properties/calibration/properties/curve/items/properties/share/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
}
else {
const err366 = {instancePath:instancePath+"/calibration/curve/" + i12,schemaPath:"#/properties/calibration/properties/curve/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
}
else {
const err367 = {instancePath:instancePath+"/calibration/curve",schemaPath:"#/properties/calibration/properties/curve/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
}
}
if(data.fairness !== undefined){
let data140 = data.fairness;
if((!(Array.isArray(data140))) && (data140 !== null)){
const err368 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/type",keyword:"type",params:{type: schema11.properties.fairness.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(Array.isArray(data140)){
if(data140.length > 8){
const err369 = {instancePath:instancePath+"/fairness",schemaPath:"#/properties/fairness/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
const len13 = data140.length;
for(let i13=0; i13<len13; i13++){
let data141 = data140[i13];
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
if(data141.column === undefined){
const err370 = {instancePath:instancePath+"/fairness/" + i13,schemaPath:"#/properties/fairness/items/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(data141.groups === undefined){
const err371 = {instancePath:instancePath+"/fairness/" + i13,schemaPath:"#/properties/fairness/items/required",keyword:"required",params:{missingProperty: "groups"},message:"must have required property '"+"groups"+"'"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(data141.column !== undefined){
let data142 = data141.column;
if(typeof data142 === "string"){
if(func2(data142) > 128){
const err372 = {instancePath:instancePath+"/fairness/" + i13+"/column",schemaPath:"#/properties/fairness/items/properties/column/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
else {
const err373 = {instancePath:instancePath+"/fairness/" + i13+"/column",schemaPath:"#/properties/fairness/items/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
if(data141.demographicParityDifference !== undefined){
let data143 = data141.demographicParityDifference;
if((!((typeof data143 == "number") && (isFinite(data143)))) && (data143 !== null)){
const err374 = {instancePath:instancePath+"/fairness/" + i13+"/demographicParityDifference",schemaPath:"#/properties/fairness/items/properties/demographicParityDifference/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.demographicParityDifference.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if((typeof data143 == "number") && (isFinite(data143))){
if(data143 > 1 || isNaN(data143)){
const err375 = {instancePath:instancePath+"/fairness/" + i13+"/demographicParityDifference",schemaPath:"#/properties/fairness/items/properties/demographicParityDifference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(data143 < 0 || isNaN(data143)){
const err376 = {instancePath:instancePath+"/fairness/" + i13+"/demographicParityDifference",schemaPath:"#/properties/fairness/items/properties/demographicParityDifference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
}
if(data141.demographicParityRatio !== undefined){
let data144 = data141.demographicParityRatio;
if((!((typeof data144 == "number") && (isFinite(data144)))) && (data144 !== null)){
const err377 = {instancePath:instancePath+"/fairness/" + i13+"/demographicParityRatio",schemaPath:"#/properties/fairness/items/properties/demographicParityRatio/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.demographicParityRatio.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if((typeof data144 == "number") && (isFinite(data144))){
if(data144 > 1 || isNaN(data144)){
const err378 = {instancePath:instancePath+"/fairness/" + i13+"/demographicParityRatio",schemaPath:"#/properties/fairness/items/properties/demographicParityRatio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
if(data144 < 0 || isNaN(data144)){
const err379 = {instancePath:instancePath+"/fairness/" + i13+"/demographicParityRatio",schemaPath:"#/properties/fairness/items/properties/demographicParityRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
}
if(data141.equalizedOddsDifference !== undefined){
let data145 = data141.equalizedOddsDifference;
if((!((typeof data145 == "number") && (isFinite(data145)))) && (data145 !== null)){
const err380 = {instancePath:instancePath+"/fairness/" + i13+"/equalizedOddsDifference",schemaPath:"#/properties/fairness/items/properties/equalizedOddsDifference/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.equalizedOddsDifference.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
if((typeof data145 == "number") && (isFinite(data145))){
if(data145 > 1 || isNaN(data145)){
const err381 = {instancePath:instancePath+"/fairness/" + i13+"/equalizedOddsDifference",schemaPath:"#/properties/fairness/items/properties/equalizedOddsDifference/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
if(data145 < 0 || isNaN(data145)){
const err382 = {instancePath:instancePath+"/fairness/" + i13+"/equalizedOddsDifference",schemaPath:"#/properties/fairness/items/properties/equalizedOddsDifference/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
}
if(data141.groups !== undefined){
let data146 = data141.groups;
if(Array.isArray(data146)){
if(data146.length > 24){
const err383 = {instancePath:instancePath+"/fairness/" + i13+"/groups",schemaPath:"#/properties/fairness/items/properties/groups/maxItems",keyword:"maxItems",params:{limit: 24},message:"must NOT have more than 24 items"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
const len14 = data146.length;
for(let i14=0; i14<len14; i14++){
let data147 = data146[i14];
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
if(data147.name === undefined){
const err384 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14,schemaPath:"#/properties/fairness/items/properties/groups/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(data147.n === undefined){
const err385 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14,schemaPath:"#/properties/fairness/items/properties/groups/items/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(data147.name !== undefined){
let data148 = data147.name;
if(typeof data148 === "string"){
if(func2(data148) > 128){
const err386 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/name",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
else {
const err387 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/name",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
if(data147.n !== undefined){
let data149 = data147.n;
if(!(((typeof data149 == "number") && (!(data149 % 1) && !isNaN(data149))) && (isFinite(data149)))){
const err388 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
if((typeof data149 == "number") && (isFinite(data149))){
if(data149 < 1 || isNaN(data149)){
const err389 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
}
if(data147.accuracy !== undefined){
let data150 = data147.accuracy;
if((!(data150 && typeof data150 == "object" && !Array.isArray(data150))) && (data150 !== null)){
const err390 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.accuracy.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if(data150 && typeof data150 == "object" && !Array.isArray(data150)){
if(data150.value === undefined){
const err391 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
if(data150.low === undefined){
const err392 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if(data150.high === undefined){
const err393 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(data150.n === undefined){
const err394 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
if(data150.value !== undefined){
let data151 = data150.value;
if((typeof data151 == "number") && (isFinite(data151))){
if(data151 > 1 || isNaN(data151)){
const err395 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/value/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if(data151 < 0 || isNaN(data151)){
const err396 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/value/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
else {
const err397 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
if(data150.low !== undefined){
let data152 = data150.low;
if((typeof data152 == "number") && (isFinite(data152))){
if(data152 > 1 || isNaN(data152)){
const err398 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/low/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
if(data152 < 0 || isNaN(data152)){
const err399 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/low/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
else {
const err400 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/low/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
if(data150.high !== undefined){
let data153 = data150.high;
if((typeof data153 == "number") && (isFinite(data153))){
if(data153 > 1 || isNaN(data153)){
const err401 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/high/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(data153 < 0 || isNaN(data153)){
const err402 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/high/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
else {
const err403 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/high/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data150.n !== undefined){
let data154 = data150.n;
if(!(((typeof data154 == "number") && (!(data154 % 1) && !isNaN(data154))) && (isFinite(data154)))){
const err404 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
if((typeof data154 == "number") && (isFinite(data154))){
if(data154 < 1 || isNaN(data154)){
const err405 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/accuracy/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/accuracy/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
}
}
}
if(data147.selectionRate !== undefined){
let data155 = data147.selectionRate;
if((!(data155 && typeof data155 == "object" && !Array.isArray(data155))) && (data155 !== null)){
const err406 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.selectionRate.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
if(data155 && typeof data155 == "object" && !Array.isArray(data155)){
if(data155.value === undefined){
const err407 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
if(data155.low === undefined){
const err408 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if(data155.high === undefined){
const err409 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(data155.n === undefined){
const err410 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
if(data155.value !== undefined){
let data156 = data155.value;
if((typeof data156 == "number") && (isFinite(data156))){
if(data156 > 1 || isNaN(data156)){
const err411 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/value/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
if(data156 < 0 || isNaN(data156)){
const err412 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/value/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
}
else {
const err413 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
if(data155.low !== undefined){
let data157 = data155.low;
if((typeof data157 == "number") && (isFinite(data157))){
if(data157 > 1 || isNaN(data157)){
const err414 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/low/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
if(data157 < 0 || isNaN(data157)){
const err415 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/low/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
else {
const err416 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/low/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data155.high !== undefined){
let data158 = data155.high;
if((typeof data158 == "number") && (isFinite(data158))){
if(data158 > 1 || isNaN(data158)){
const err417 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/high/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
if(data158 < 0 || isNaN(data158)){
const err418 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/high/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
else {
const err419 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/high/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
if(data155.n !== undefined){
let data159 = data155.n;
if(!(((typeof data159 == "number") && (!(data159 % 1) && !isNaN(data159))) && (isFinite(data159)))){
const err420 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
if((typeof data159 == "number") && (isFinite(data159))){
if(data159 < 1 || isNaN(data159)){
const err421 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/selectionRate/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/selectionRate/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
}
}
}
if(data147.truePositiveRate !== undefined){
let data160 = data147.truePositiveRate;
if((!(data160 && typeof data160 == "object" && !Array.isArray(data160))) && (data160 !== null)){
const err422 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.truePositiveRate.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
if(data160.value === undefined){
const err423 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(data160.low === undefined){
const err424 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(data160.high === undefined){
const err425 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
if(data160.n === undefined){
const err426 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(data160.value !== undefined){
let data161 = data160.value;
if((typeof data161 == "number") && (isFinite(data161))){
if(data161 > 1 || isNaN(data161)){
const err427 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/value/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
if(data161 < 0 || isNaN(data161)){
const err428 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/value/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
else {
const err429 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
if(data160.low !== undefined){
let data162 = data160.low;
if((typeof data162 == "number") && (isFinite(data162))){
if(data162 > 1 || isNaN(data162)){
const err430 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/low/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
if(data162 < 0 || isNaN(data162)){
const err431 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/low/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
}
else {
const err432 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/low/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
if(data160.high !== undefined){
let data163 = data160.high;
if((typeof data163 == "number") && (isFinite(data163))){
if(data163 > 1 || isNaN(data163)){
const err433 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/high/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
if(data163 < 0 || isNaN(data163)){
const err434 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/high/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
else {
const err435 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/high/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
if(data160.n !== undefined){
let data164 = data160.n;
if(!(((typeof data164 == "number") && (!(data164 % 1) && !isNaN(data164))) && (isFinite(data164)))){
const err436 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
if((typeof data164 == "number") && (isFinite(data164))){
if(data164 < 1 || isNaN(data164)){
const err437 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/truePositiveRate/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/truePositiveRate/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
}
}
}
if(data147.falsePositiveRate !== undefined){
let data165 = data147.falsePositiveRate;
if((!(data165 && typeof data165 == "object" && !Array.isArray(data165))) && (data165 !== null)){
const err438 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.falsePositiveRate.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
if(data165 && typeof data165 == "object" && !Array.isArray(data165)){
if(data165.value === undefined){
const err439 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if(data165.low === undefined){
const err440 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/required",keyword:"required",params:{missingProperty: "low"},message:"must have required property '"+"low"+"'"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
if(data165.high === undefined){
const err441 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/required",keyword:"required",params:{missingProperty: "high"},message:"must have required property '"+"high"+"'"};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
if(data165.n === undefined){
const err442 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/required",keyword:"required",params:{missingProperty: "n"},message:"must have required property '"+"n"+"'"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
if(data165.value !== undefined){
let data166 = data165.value;
if((typeof data166 == "number") && (isFinite(data166))){
if(data166 > 1 || isNaN(data166)){
const err443 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/value/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
if(data166 < 0 || isNaN(data166)){
const err444 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/value/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
}
else {
const err445 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/value",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
if(data165.low !== undefined){
let data167 = data165.low;
if((typeof data167 == "number") && (isFinite(data167))){
if(data167 > 1 || isNaN(data167)){
const err446 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/low/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
if(data167 < 0 || isNaN(data167)){
const err447 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/low/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
else {
const err448 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/low",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/low/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
if(data165.high !== undefined){
let data168 = data165.high;
if((typeof data168 == "number") && (isFinite(data168))){
if(data168 > 1 || isNaN(data168)){
const err449 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/high/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
if(data168 < 0 || isNaN(data168)){
const err450 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/high/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
}
else {
const err451 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/high",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/high/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
if(data165.n !== undefined){
let data169 = data165.n;
if(!(((typeof data169 == "number") && (!(data169 % 1) && !isNaN(data169))) && (isFinite(data169)))){
const err452 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
if((typeof data169 == "number") && (isFinite(data169))){
if(data169 < 1 || isNaN(data169)){
const err453 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/falsePositiveRate/n",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/falsePositiveRate/properties/n/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
}
}
}
}
if(data147.mae !== undefined){
let data170 = data147.mae;
if((!((typeof data170 == "number") && (isFinite(data170)))) && (data170 !== null)){
const err454 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/mae",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/mae/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.mae.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
if((typeof data170 == "number") && (isFinite(data170))){
if(data170 < 0 || isNaN(data170)){
const err455 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/mae",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/mae/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
}
}
if(data147.rmse !== undefined){
let data171 = data147.rmse;
if((!((typeof data171 == "number") && (isFinite(data171)))) && (data171 !== null)){
const err456 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/rmse",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/rmse/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.rmse.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
if((typeof data171 == "number") && (isFinite(data171))){
if(data171 < 0 || isNaN(data171)){
const err457 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/rmse",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/rmse/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
}
if(data147.meanError !== undefined){
let data172 = data147.meanError;
if((!((typeof data172 == "number") && (isFinite(data172)))) && (data172 !== null)){
const err458 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14+"/meanError",schemaPath:"#/properties/fairness/items/properties/groups/items/properties/meanError/type",keyword:"type",params:{type: schema11.properties.fairness.items.properties.groups.items.properties.meanError.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
}
}
else {
const err459 = {instancePath:instancePath+"/fairness/" + i13+"/groups/" + i14,schemaPath:"#/properties/fairness/items/properties/groups/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
}
}
else {
const err460 = {instancePath:instancePath+"/fairness/" + i13+"/groups",schemaPath:"#/properties/fairness/items/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
}
}
else {
const err461 = {instancePath:instancePath+"/fairness/" + i13,schemaPath:"#/properties/fairness/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
}
}
if(data.gates !== undefined){
let data173 = data.gates;
if(Array.isArray(data173)){
if(data173.length > 32){
const err462 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
const len15 = data173.length;
for(let i15=0; i15<len15; i15++){
let data174 = data173[i15];
if(data174 && typeof data174 == "object" && !Array.isArray(data174)){
if(data174.metric === undefined){
const err463 = {instancePath:instancePath+"/gates/" + i15,schemaPath:"#/properties/gates/items/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'"};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
if(data174.split === undefined){
const err464 = {instancePath:instancePath+"/gates/" + i15,schemaPath:"#/properties/gates/items/required",keyword:"required",params:{missingProperty: "split"},message:"must have required property '"+"split"+"'"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
if(data174.passed === undefined){
const err465 = {instancePath:instancePath+"/gates/" + i15,schemaPath:"#/properties/gates/items/required",keyword:"required",params:{missingProperty: "passed"},message:"must have required property '"+"passed"+"'"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
if(data174.metric !== undefined){
let data175 = data174.metric;
if(typeof data175 === "string"){
if(func2(data175) > 64){
const err466 = {instancePath:instancePath+"/gates/" + i15+"/metric",schemaPath:"#/properties/gates/items/properties/metric/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
}
else {
const err467 = {instancePath:instancePath+"/gates/" + i15+"/metric",schemaPath:"#/properties/gates/items/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
}
if(data174.split !== undefined){
let data176 = data174.split;
if((typeof data176 !== "string") && (data176 !== null)){
const err468 = {instancePath:instancePath+"/gates/" + i15+"/split",schemaPath:"#/properties/gates/items/properties/split/type",keyword:"type",params:{type: schema11.properties.gates.items.properties.split.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
if(!(((data176 === "Train") || (data176 === "CV")) || (data176 === "Test"))){
const err469 = {instancePath:instancePath+"/gates/" + i15+"/split",schemaPath:"#/properties/gates/items/properties/split/enum",keyword:"enum",params:{allowedValues: schema11.properties.gates.items.properties.split.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
}
if(data174.min !== undefined){
let data177 = data174.min;
if((!((typeof data177 == "number") && (isFinite(data177)))) && (data177 !== null)){
const err470 = {instancePath:instancePath+"/gates/" + i15+"/min",schemaPath:"#/properties/gates/items/properties/min/type",keyword:"type",params:{type: schema11.properties.gates.items.properties.min.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
if(data174.max !== undefined){
let data178 = data174.max;
if((!((typeof data178 == "number") && (isFinite(data178)))) && (data178 !== null)){
const err471 = {instancePath:instancePath+"/gates/" + i15+"/max",schemaPath:"#/properties/gates/items/properties/max/type",keyword:"type",params:{type: schema11.properties.gates.items.properties.max.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
}
if(data174.value !== undefined){
let data179 = data174.value;
if((!((typeof data179 == "number") && (isFinite(data179)))) && (data179 !== null)){
const err472 = {instancePath:instancePath+"/gates/" + i15+"/value",schemaPath:"#/properties/gates/items/properties/value/type",keyword:"type",params:{type: schema11.properties.gates.items.properties.value.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
}
if(data174.passed !== undefined){
if(typeof data174.passed !== "boolean"){
const err473 = {instancePath:instancePath+"/gates/" + i15+"/passed",schemaPath:"#/properties/gates/items/properties/passed/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
}
}
else {
const err474 = {instancePath:instancePath+"/gates/" + i15,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
}
else {
const err475 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
if(data.parity !== undefined){
let data181 = data.parity;
if(data181 && typeof data181 == "object" && !Array.isArray(data181)){
if(data181.rows === undefined){
const err476 = {instancePath:instancePath+"/parity",schemaPath:"#/properties/parity/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
if(data181.maxAbsError === undefined){
const err477 = {instancePath:instancePath+"/parity",schemaPath:"#/properties/parity/required",keyword:"required",params:{missingProperty: "maxAbsError"},message:"must have required property '"+"maxAbsError"+"'"};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
if(data181.labelMismatches === undefined){
const err478 = {instancePath:instancePath+"/parity",schemaPath:"#/properties/parity/required",keyword:"required",params:{missingProperty: "labelMismatches"},message:"must have required property '"+"labelMismatches"+"'"};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
if(data181.runtime === undefined){
const err479 = {instancePath:instancePath+"/parity",schemaPath:"#/properties/parity/required",keyword:"required",params:{missingProperty: "runtime"},message:"must have required property '"+"runtime"+"'"};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
if(data181.rows !== undefined){
let data182 = data181.rows;
if(!(((typeof data182 == "number") && (!(data182 % 1) && !isNaN(data182))) && (isFinite(data182)))){
const err480 = {instancePath:instancePath+"/parity/rows",schemaPath:"#/properties/parity/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
if((typeof data182 == "number") && (isFinite(data182))){
if(data182 < 0 || isNaN(data182)){
const err481 = {instancePath:instancePath+"/parity/rows",schemaPath:"#/properties/parity/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
}
}
if(data181.maxAbsError !== undefined){
let data183 = data181.maxAbsError;
if((typeof data183 == "number") && (isFinite(data183))){
if(data183 < 0 || isNaN(data183)){
const err482 = {instancePath:instancePath+"/parity/maxAbsError",schemaPath:"#/properties/parity/properties/maxAbsError/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
}
else {
const err483 = {instancePath:instancePath+"/parity/maxAbsError",schemaPath:"#/properties/parity/properties/maxAbsError/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
}
if(data181.labelMismatches !== undefined){
let data184 = data181.labelMismatches;
if(!(((typeof data184 == "number") && (!(data184 % 1) && !isNaN(data184))) && (isFinite(data184)))){
const err484 = {instancePath:instancePath+"/parity/labelMismatches",schemaPath:"#/properties/parity/properties/labelMismatches/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
if((typeof data184 == "number") && (isFinite(data184))){
if(data184 < 0 || isNaN(data184)){
const err485 = {instancePath:instancePath+"/parity/labelMismatches",schemaPath:"#/properties/parity/properties/labelMismatches/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
}
}
if(data181.runtime !== undefined){
let data185 = data181.runtime;
if(typeof data185 === "string"){
if(func2(data185) > 64){
const err486 = {instancePath:instancePath+"/parity/runtime",schemaPath:"#/properties/parity/properties/runtime/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
}
else {
const err487 = {instancePath:instancePath+"/parity/runtime",schemaPath:"#/properties/parity/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
}
}
else {
const err488 = {instancePath:instancePath+"/parity",schemaPath:"#/properties/parity/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
}
if(data.latency !== undefined){
let data186 = data.latency;
if((!(data186 && typeof data186 == "object" && !Array.isArray(data186))) && (data186 !== null)){
const err489 = {instancePath:instancePath+"/latency",schemaPath:"#/properties/latency/type",keyword:"type",params:{type: schema11.properties.latency.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
if(data186 && typeof data186 == "object" && !Array.isArray(data186)){
if(data186.singleRowP50Us === undefined){
const err490 = {instancePath:instancePath+"/latency",schemaPath:"#/properties/latency/required",keyword:"required",params:{missingProperty: "singleRowP50Us"},message:"must have required property '"+"singleRowP50Us"+"'"};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
if(data186.singleRowP99Us === undefined){
const err491 = {instancePath:instancePath+"/latency",schemaPath:"#/properties/latency/required",keyword:"required",params:{missingProperty: "singleRowP99Us"},message:"must have required property '"+"singleRowP99Us"+"'"};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
if(data186.singleRowP50Us !== undefined){
let data187 = data186.singleRowP50Us;
if((typeof data187 == "number") && (isFinite(data187))){
if(data187 < 0 || isNaN(data187)){
const err492 = {instancePath:instancePath+"/latency/singleRowP50Us",schemaPath:"#/properties/latency/properties/singleRowP50Us/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
}
else {
const err493 = {instancePath:instancePath+"/latency/singleRowP50Us",schemaPath:"#/properties/latency/properties/singleRowP50Us/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
}
if(data186.singleRowP99Us !== undefined){
let data188 = data186.singleRowP99Us;
if((typeof data188 == "number") && (isFinite(data188))){
if(data188 < 0 || isNaN(data188)){
const err494 = {instancePath:instancePath+"/latency/singleRowP99Us",schemaPath:"#/properties/latency/properties/singleRowP99Us/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
}
else {
const err495 = {instancePath:instancePath+"/latency/singleRowP99Us",schemaPath:"#/properties/latency/properties/singleRowP99Us/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
}
}
}
if(data.baseline !== undefined){
let data189 = data.baseline;
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.rows === undefined){
const err496 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
if(data189.features === undefined){
const err497 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/required",keyword:"required",params:{missingProperty: "features"},message:"must have required property '"+"features"+"'"};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
if(data189.rows !== undefined){
let data190 = data189.rows;
if(!(((typeof data190 == "number") && (!(data190 % 1) && !isNaN(data190))) && (isFinite(data190)))){
const err498 = {instancePath:instancePath+"/baseline/rows",schemaPath:"#/properties/baseline/properties/rows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
if((typeof data190 == "number") && (isFinite(data190))){
if(data190 < 0 || isNaN(data190)){
const err499 = {instancePath:instancePath+"/baseline/rows",schemaPath:"#/properties/baseline/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
}
}
if(data189.features !== undefined){
let data191 = data189.features;
if(Array.isArray(data191)){
if(data191.length > 2000){
const err500 = {instancePath:instancePath+"/baseline/features",schemaPath:"#/properties/baseline/properties/features/maxItems",keyword:"maxItems",params:{limit: 2000},message:"must NOT have more than 2000 items"};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
const len16 = data191.length;
for(let i16=0; i16<len16; i16++){
let data192 = data191[i16];
const _errs390 = errors;
let valid68 = true;
const _errs391 = errors;
if(data192 && typeof data192 == "object" && !Array.isArray(data192)){
if(data192.kind !== undefined){
if("numeric" !== data192.kind){
const err501 = {};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
}
}
var _valid0 = _errs391 === errors;
errors = _errs390;
if(vErrors !== null){
if(_errs390){
vErrors.length = _errs390;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs393 = errors;
if(data192 && typeof data192 == "object" && !Array.isArray(data192)){
if(data192.edges === undefined){
const err502 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/then/required",keyword:"required",params:{missingProperty: "edges"},message:"must have required property '"+"edges"+"'"};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
if(data192.edges !== undefined){
if(!(Array.isArray(data192.edges))){
const err503 = {instancePath:instancePath+"/baseline/features/" + i16+"/edges",schemaPath:"#/properties/baseline/properties/features/items/then/properties/edges/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
}
}
var _valid0 = _errs393 === errors;
valid68 = _valid0;
ifClause0 = "then";
}
else {
const _errs396 = errors;
if(data192 && typeof data192 == "object" && !Array.isArray(data192)){
if(data192.categories === undefined){
const err504 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/else/required",keyword:"required",params:{missingProperty: "categories"},message:"must have required property '"+"categories"+"'"};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
if(data192.categories !== undefined){
if(!(Array.isArray(data192.categories))){
const err505 = {instancePath:instancePath+"/baseline/features/" + i16+"/categories",schemaPath:"#/properties/baseline/properties/features/items/else/properties/categories/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
}
}
var _valid0 = _errs396 === errors;
valid68 = _valid0;
ifClause0 = "else";
}
if(!valid68){
const err506 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
if(data192 && typeof data192 == "object" && !Array.isArray(data192)){
if(data192.name === undefined){
const err507 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
if(data192.kind === undefined){
const err508 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
if(data192.counts === undefined){
const err509 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/required",keyword:"required",params:{missingProperty: "counts"},message:"must have required property '"+"counts"+"'"};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
if(data192.missing === undefined){
const err510 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/required",keyword:"required",params:{missingProperty: "missing"},message:"must have required property '"+"missing"+"'"};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
if(data192.unseen === undefined){
const err511 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/required",keyword:"required",params:{missingProperty: "unseen"},message:"must have required property '"+"unseen"+"'"};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
if(data192.name !== undefined){
let data196 = data192.name;
if(typeof data196 === "string"){
if(func2(data196) > 128){
const err512 = {instancePath:instancePath+"/baseline/features/" + i16+"/name",schemaPath:"#/properties/baseline/properties/features/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
}
else {
const err513 = {instancePath:instancePath+"/baseline/features/" + i16+"/name",schemaPath:"#/properties/baseline/properties/features/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
if(data192.kind !== undefined){
let data197 = data192.kind;
if(typeof data197 !== "string"){
const err514 = {instancePath:instancePath+"/baseline/features/" + i16+"/kind",schemaPath:"#/properties/baseline/properties/features/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
if(!((data197 === "numeric") || (data197 === "categorical"))){
const err515 = {instancePath:instancePath+"/baseline/features/" + i16+"/kind",schemaPath:"#/properties/baseline/properties/features/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.baseline.properties.features.items.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
}
if(data192.edges !== undefined){
let data198 = data192.edges;
if((!(Array.isArray(data198))) && (data198 !== null)){
const err516 = {instancePath:instancePath+"/baseline/features/" + i16+"/edges",schemaPath:"#/properties/baseline/properties/features/items/properties/edges/type",keyword:"type",params:{type: schema11.properties.baseline.properties.features.items.properties.edges.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
if(Array.isArray(data198)){
if(data198.length > 256){
const err517 = {instancePath:instancePath+"/baseline/features/" + i16+"/edges",schemaPath:"#/properties/baseline/properties/features/items/properties/edges/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
const len17 = data198.length;
for(let i17=0; i17<len17; i17++){
let data199 = data198[i17];
if(!((typeof data199 == "number") && (isFinite(data199)))){
const err518 = {instancePath:instancePath+"/baseline/features/" + i16+"/edges/" + i17,schemaPath:"#/properties/baseline/properties/features/items/properties/edges/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
}
}
}
if(data192.categories !== undefined){
let data200 = data192.categories;
if((!(Array.isArray(data200))) && (data200 !== null)){
const err519 = {instancePath:instancePath+"/baseline/features/" + i16+"/categories",schemaPath:"#/properties/baseline/properties/features/items/properties/categories/type",keyword:"type",params:{type: schema11.properties.baseline.properties.features.items.properties.categories.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
if(Array.isArray(data200)){
if(data200.length > 1001){
const err520 = {instancePath:instancePath+"/baseline/features/" + i16+"/categories",schemaPath:"#/properties/baseline/properties/features/items/properties/categories/maxItems",keyword:"maxItems",params:{limit: 1001},message:"must NOT have more than 1001 items"};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
const len18 = data200.length;
for(let i18=0; i18<len18; i18++){
let data201 = data200[i18];
if(((!((typeof data201 == "number") && (isFinite(data201)))) && (typeof data201 !== "string")) && (typeof data201 !== "boolean")){
const err521 = {instancePath:instancePath+"/baseline/features/" + i16+"/categories/" + i18,schemaPath:"#/properties/baseline/properties/features/items/properties/categories/items/type",keyword:"type",params:{type: schema11.properties.baseline.properties.features.items.properties.categories.items.type},message:"must be number,string,boolean"};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
if(typeof data201 === "string"){
if(func2(data201) > 256){
const err522 = {instancePath:instancePath+"/baseline/features/" + i16+"/categories/" + i18,schemaPath:"#/properties/baseline/properties/features/items/properties/categories/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
}
}
}
}
if(data192.counts !== undefined){
let data202 = data192.counts;
if(Array.isArray(data202)){
if(data202.length > 1002){
const err523 = {instancePath:instancePath+"/baseline/features/" + i16+"/counts",schemaPath:"#/properties/baseline/properties/features/items/properties/counts/maxItems",keyword:"maxItems",params:{limit: 1002},message:"must NOT have more than 1002 items"};
if(vErrors === null){
vErrors = [err523];
}
else {
vErrors.push(err523);
}
errors++;
}
const len19 = data202.length;
for(let i19=0; i19<len19; i19++){
let data203 = data202[i19];
if(!(((typeof data203 == "number") && (!(data203 % 1) && !isNaN(data203))) && (isFinite(data203)))){
const err524 = {instancePath:instancePath+"/baseline/features/" + i16+"/counts/" + i19,schemaPath:"#/properties/baseline/properties/features/items/properties/counts/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
if((typeof data203 == "number") && (isFinite(data203))){
if(data203 < 0 || isNaN(data203)){
const err525 = {instancePath:instancePath+"/baseline/features/" + i16+"/counts/" + i19,schemaPath:"#/properties/baseline/properties/features/items/properties/counts/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
}
}
}
}
else {
const err526 = {instancePath:instancePath+"/baseline/features/" + i16+"/counts",schemaPath:"#/properties/baseline/properties/features/items/properties/counts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
}
if(data192.missing !== undefined){
let data204 = data192.missing;
if(!(((typeof data204 == "number") && (!(data204 % 1) && !isNaN(data204))) && (isFinite(data204)))){
const err527 = {instancePath:instancePath+"/baseline/features/" + i16+"/missing",schemaPath:"#/properties/baseline/properties/features/items/properties/missing/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
if((typeof data204 == "number") && (isFinite(data204))){
if(data204 < 0 || isNaN(data204)){
const err528 = {instancePath:instancePath+"/baseline/features/" + i16+"/missing",schemaPath:"#/properties/baseline/properties/features/items/properties/missing/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
}
}
if(data192.unseen !== undefined){
let data205 = data192.unseen;
if(!(((typeof data205 == "number") && (!(data205 % 1) && !isNaN(data205))) && (isFinite(data205)))){
const err529 = {instancePath:instancePath+"/baseline/features/" + i16+"/unseen",schemaPath:"#/properties/baseline/properties/features/items/properties/unseen/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
if((typeof data205 == "number") && (isFinite(data205))){
if(data205 < 0 || isNaN(data205)){
const err530 = {instancePath:instancePath+"/baseline/features/" + i16+"/unseen",schemaPath:"#/properties/baseline/properties/features/items/properties/unseen/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err530];
}
else {
vErrors.push(err530);
}
errors++;
}
}
}
}
else {
const err531 = {instancePath:instancePath+"/baseline/features/" + i16,schemaPath:"#/properties/baseline/properties/features/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err531];
}
else {
vErrors.push(err531);
}
errors++;
}
}
}
else {
const err532 = {instancePath:instancePath+"/baseline/features",schemaPath:"#/properties/baseline/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err532];
}
else {
vErrors.push(err532);
}
errors++;
}
}
}
else {
const err533 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err533];
}
else {
vErrors.push(err533);
}
errors++;
}
}
if(data.explanation !== undefined){
let data206 = data.explanation;
if((!(data206 && typeof data206 == "object" && !Array.isArray(data206))) && (data206 !== null)){
const err534 = {instancePath:instancePath+"/explanation",schemaPath:"#/properties/explanation/type",keyword:"type",params:{type: schema11.properties.explanation.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err534];
}
else {
vErrors.push(err534);
}
errors++;
}
if(data206 && typeof data206 == "object" && !Array.isArray(data206)){
if(data206.topFeatures === undefined){
const err535 = {instancePath:instancePath+"/explanation",schemaPath:"#/properties/explanation/required",keyword:"required",params:{missingProperty: "topFeatures"},message:"must have required property '"+"topFeatures"+"'"};
if(vErrors === null){
vErrors = [err535];
}
else {
vErrors.push(err535);
}
errors++;
}
if(data206.method !== undefined){
let data207 = data206.method;
if((typeof data207 !== "string") && (data207 !== null)){
const err536 = {instancePath:instancePath+"/explanation/method",schemaPath:"#/properties/explanation/properties/method/type",keyword:"type",params:{type: schema11.properties.explanation.properties.method.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err536];
}
else {
vErrors.push(err536);
}
errors++;
}
if(!((data207 === "Permutation") || (data207 === "SHAP"))){
const err537 = {instancePath:instancePath+"/explanation/method",schemaPath:"#/properties/explanation/properties/method/enum",keyword:"enum",params:{allowedValues: schema11.properties.explanation.properties.method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err537];
}
else {
vErrors.push(err537);
}
errors++;
}
}
if(data206.message !== undefined){
let data208 = data206.message;
if((typeof data208 !== "string") && (data208 !== null)){
const err538 = {instancePath:instancePath+"/explanation/message",schemaPath:"#/properties/explanation/properties/message/type",keyword:"type",params:{type: schema11.properties.explanation.properties.message.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err538];
}
else {
vErrors.push(err538);
}
errors++;
}
if(typeof data208 === "string"){
if(func2(data208) > 512){
const err539 = {instancePath:instancePath+"/explanation/message",schemaPath:"#/properties/explanation/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err539];
}
else {
vErrors.push(err539);
}
errors++;
}
}
}
if(data206.rows !== undefined){
let data209 = data206.rows;
if((!(((typeof data209 == "number") && (!(data209 % 1) && !isNaN(data209))) && (isFinite(data209)))) && (data209 !== null)){
const err540 = {instancePath:instancePath+"/explanation/rows",schemaPath:"#/properties/explanation/properties/rows/type",keyword:"type",params:{type: schema11.properties.explanation.properties.rows.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err540];
}
else {
vErrors.push(err540);
}
errors++;
}
if((typeof data209 == "number") && (isFinite(data209))){
if(data209 < 0 || isNaN(data209)){
const err541 = {instancePath:instancePath+"/explanation/rows",schemaPath:"#/properties/explanation/properties/rows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err541];
}
else {
vErrors.push(err541);
}
errors++;
}
}
}
if(data206.margin !== undefined){
let data210 = data206.margin;
if((typeof data210 !== "string") && (data210 !== null)){
const err542 = {instancePath:instancePath+"/explanation/margin",schemaPath:"#/properties/explanation/properties/margin/type",keyword:"type",params:{type: schema11.properties.explanation.properties.margin.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err542];
}
else {
vErrors.push(err542);
}
errors++;
}
if(typeof data210 === "string"){
if(func2(data210) > 16){
const err543 = {instancePath:instancePath+"/explanation/margin",schemaPath:"#/properties/explanation/properties/margin/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err543];
}
else {
vErrors.push(err543);
}
errors++;
}
}
}
if(data206.additivity !== undefined){
let data211 = data206.additivity;
if((!(data211 && typeof data211 == "object" && !Array.isArray(data211))) && (data211 !== null)){
const err544 = {instancePath:instancePath+"/explanation/additivity",schemaPath:"#/properties/explanation/properties/additivity/type",keyword:"type",params:{type: schema11.properties.explanation.properties.additivity.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err544];
}
else {
vErrors.push(err544);
}
errors++;
}
if(data211 && typeof data211 == "object" && !Array.isArray(data211)){
if(data211.maxError === undefined){
const err545 = {instancePath:instancePath+"/explanation/additivity",schemaPath:"#/properties/explanation/properties/additivity/required",keyword:"required",params:{missingProperty: "maxError"},message:"must have required property '"+"maxError"+"'"};
if(vErrors === null){
vErrors = [err545];
}
else {
vErrors.push(err545);
}
errors++;
}
if(data211.tolerance === undefined){
const err546 = {instancePath:instancePath+"/explanation/additivity",schemaPath:"#/properties/explanation/properties/additivity/required",keyword:"required",params:{missingProperty: "tolerance"},message:"must have required property '"+"tolerance"+"'"};
if(vErrors === null){
vErrors = [err546];
}
else {
vErrors.push(err546);
}
errors++;
}
if(data211.maxError !== undefined){
let data212 = data211.maxError;
if((typeof data212 == "number") && (isFinite(data212))){
if(data212 < 0 || isNaN(data212)){
const err547 = {instancePath:instancePath+"/explanation/additivity/maxError",schemaPath:"#/properties/explanation/properties/additivity/properties/maxError/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err547];
}
else {
vErrors.push(err547);
}
errors++;
}
}
else {
const err548 = {instancePath:instancePath+"/explanation/additivity/maxError",schemaPath:"#/properties/explanation/properties/additivity/properties/maxError/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err548];
}
else {
vErrors.push(err548);
}
errors++;
}
}
if(data211.tolerance !== undefined){
let data213 = data211.tolerance;
if((typeof data213 == "number") && (isFinite(data213))){
if(data213 < 0 || isNaN(data213)){
const err549 = {instancePath:instancePath+"/explanation/additivity/tolerance",schemaPath:"#/properties/explanation/properties/additivity/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err549];
}
else {
vErrors.push(err549);
}
errors++;
}
}
else {
const err550 = {instancePath:instancePath+"/explanation/additivity/tolerance",schemaPath:"#/properties/explanation/properties/additivity/properties/tolerance/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err550];
}
else {
vErrors.push(err550);
}
errors++;
}
}
}
}
if(data206.topFeatures !== undefined){
let data214 = data206.topFeatures;
if(Array.isArray(data214)){
if(data214.length > 2000){
const err551 = {instancePath:instancePath+"/explanation/topFeatures",schemaPath:"#/properties/explanation/properties/topFeatures/maxItems",keyword:"maxItems",params:{limit: 2000},message:"must NOT have more than 2000 items"};
if(vErrors === null){
vErrors = [err551];
}
else {
vErrors.push(err551);
}
errors++;
}
const len20 = data214.length;
for(let i20=0; i20<len20; i20++){
let data215 = data214[i20];
if(data215 && typeof data215 == "object" && !Array.isArray(data215)){
if(data215.name === undefined){
const err552 = {instancePath:instancePath+"/explanation/topFeatures/" + i20,schemaPath:"#/properties/explanation/properties/topFeatures/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err552];
}
else {
vErrors.push(err552);
}
errors++;
}
if(data215.importance === undefined){
const err553 = {instancePath:instancePath+"/explanation/topFeatures/" + i20,schemaPath:"#/properties/explanation/properties/topFeatures/items/required",keyword:"required",params:{missingProperty: "importance"},message:"must have required property '"+"importance"+"'"};
if(vErrors === null){
vErrors = [err553];
}
else {
vErrors.push(err553);
}
errors++;
}
if(data215.name !== undefined){
let data216 = data215.name;
if(typeof data216 === "string"){
if(func2(data216) > 128){
const err554 = {instancePath:instancePath+"/explanation/topFeatures/" + i20+"/name",schemaPath:"#/properties/explanation/properties/topFeatures/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err554];
}
else {
vErrors.push(err554);
}
errors++;
}
}
else {
const err555 = {instancePath:instancePath+"/explanation/topFeatures/" + i20+"/name",schemaPath:"#/properties/explanation/properties/topFeatures/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err555];
}
else {
vErrors.push(err555);
}
errors++;
}
}
if(data215.importance !== undefined){
let data217 = data215.importance;
if(!((typeof data217 == "number") && (isFinite(data217)))){
const err556 = {instancePath:instancePath+"/explanation/topFeatures/" + i20+"/importance",schemaPath:"#/properties/explanation/properties/topFeatures/items/properties/importance/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err556];
}
else {
vErrors.push(err556);
}
errors++;
}
}
if(data215.meanAbsShap !== undefined){
let data218 = data215.meanAbsShap;
if((!((typeof data218 == "number") && (isFinite(data218)))) && (data218 !== null)){
const err557 = {instancePath:instancePath+"/explanation/topFeatures/" + i20+"/meanAbsShap",schemaPath:"#/properties/explanation/properties/topFeatures/items/properties/meanAbsShap/type",keyword:"type",params:{type: schema11.properties.explanation.properties.topFeatures.items.properties.meanAbsShap.type},message:"must be number,null"};
if(vErrors === null){
vErrors = [err557];
}
else {
vErrors.push(err557);
}
errors++;
}
if((typeof data218 == "number") && (isFinite(data218))){
if(data218 < 0 || isNaN(data218)){
const err558 = {instancePath:instancePath+"/explanation/topFeatures/" + i20+"/meanAbsShap",schemaPath:"#/properties/explanation/properties/topFeatures/items/properties/meanAbsShap/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err558];
}
else {
vErrors.push(err558);
}
errors++;
}
}
}
}
else {
const err559 = {instancePath:instancePath+"/explanation/topFeatures/" + i20,schemaPath:"#/properties/explanation/properties/topFeatures/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err559];
}
else {
vErrors.push(err559);
}
errors++;
}
}
}
else {
const err560 = {instancePath:instancePath+"/explanation/topFeatures",schemaPath:"#/properties/explanation/properties/topFeatures/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err560];
}
else {
vErrors.push(err560);
}
errors++;
}
}
}
}
if(data.checkpoint !== undefined){
let data219 = data.checkpoint;
if((!(data219 && typeof data219 == "object" && !Array.isArray(data219))) && (data219 !== null)){
const err561 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/type",keyword:"type",params:{type: schema11.properties.checkpoint.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err561];
}
else {
vErrors.push(err561);
}
errors++;
}
if(data219 && typeof data219 == "object" && !Array.isArray(data219)){
if(data219.step !== undefined){
let data220 = data219.step;
if((!(((typeof data220 == "number") && (!(data220 % 1) && !isNaN(data220))) && (isFinite(data220)))) && (data220 !== null)){
const err562 = {instancePath:instancePath+"/checkpoint/step",schemaPath:"#/properties/checkpoint/properties/step/type",keyword:"type",params:{type: schema11.properties.checkpoint.properties.step.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err562];
}
else {
vErrors.push(err562);
}
errors++;
}
if((typeof data220 == "number") && (isFinite(data220))){
if(data220 < 0 || isNaN(data220)){
const err563 = {instancePath:instancePath+"/checkpoint/step",schemaPath:"#/properties/checkpoint/properties/step/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err563];
}
else {
vErrors.push(err563);
}
errors++;
}
}
}
if(data219.time !== undefined){
let data221 = data219.time;
if((typeof data221 !== "string") && (data221 !== null)){
const err564 = {instancePath:instancePath+"/checkpoint/time",schemaPath:"#/properties/checkpoint/properties/time/type",keyword:"type",params:{type: schema11.properties.checkpoint.properties.time.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err564];
}
else {
vErrors.push(err564);
}
errors++;
}
if(typeof data221 === "string"){
if(func2(data221) > 40){
const err565 = {instancePath:instancePath+"/checkpoint/time",schemaPath:"#/properties/checkpoint/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err565];
}
else {
vErrors.push(err565);
}
errors++;
}
}
}
if(data219.sha256 !== undefined){
let data222 = data219.sha256;
if((typeof data222 !== "string") && (data222 !== null)){
const err566 = {instancePath:instancePath+"/checkpoint/sha256",schemaPath:"#/properties/checkpoint/properties/sha256/type",keyword:"type",params:{type: schema11.properties.checkpoint.properties.sha256.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err566];
}
else {
vErrors.push(err566);
}
errors++;
}
if(typeof data222 === "string"){
if(func2(data222) > 64){
const err567 = {instancePath:instancePath+"/checkpoint/sha256",schemaPath:"#/properties/checkpoint/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err567];
}
else {
vErrors.push(err567);
}
errors++;
}
if(!pattern2.test(data222)){
const err568 = {instancePath:instancePath+"/checkpoint/sha256",schemaPath:"#/properties/checkpoint/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err568];
}
else {
vErrors.push(err568);
}
errors++;
}
}
}
if(data219.sameBytes !== undefined){
let data223 = data219.sameBytes;
if((typeof data223 !== "boolean") && (data223 !== null)){
const err569 = {instancePath:instancePath+"/checkpoint/sameBytes",schemaPath:"#/properties/checkpoint/properties/sameBytes/type",keyword:"type",params:{type: schema11.properties.checkpoint.properties.sameBytes.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err569];
}
else {
vErrors.push(err569);
}
errors++;
}
}
if(data219.message !== undefined){
let data224 = data219.message;
if((typeof data224 !== "string") && (data224 !== null)){
const err570 = {instancePath:instancePath+"/checkpoint/message",schemaPath:"#/properties/checkpoint/properties/message/type",keyword:"type",params:{type: schema11.properties.checkpoint.properties.message.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err570];
}
else {
vErrors.push(err570);
}
errors++;
}
if(typeof data224 === "string"){
if(func2(data224) > 512){
const err571 = {instancePath:instancePath+"/checkpoint/message",schemaPath:"#/properties/checkpoint/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err571];
}
else {
vErrors.push(err571);
}
errors++;
}
}
}
if(data219.ignored !== undefined){
let data225 = data219.ignored;
if((typeof data225 !== "string") && (data225 !== null)){
const err572 = {instancePath:instancePath+"/checkpoint/ignored",schemaPath:"#/properties/checkpoint/properties/ignored/type",keyword:"type",params:{type: schema11.properties.checkpoint.properties.ignored.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err572];
}
else {
vErrors.push(err572);
}
errors++;
}
if(typeof data225 === "string"){
if(func2(data225) > 512){
const err573 = {instancePath:instancePath+"/checkpoint/ignored",schemaPath:"#/properties/checkpoint/properties/ignored/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err573];
}
else {
vErrors.push(err573);
}
errors++;
}
}
}
}
}
if(data.stages !== undefined){
let data226 = data.stages;
if(Array.isArray(data226)){
if(data226.length > 16){
const err574 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err574];
}
else {
vErrors.push(err574);
}
errors++;
}
const len21 = data226.length;
for(let i21=0; i21<len21; i21++){
let data227 = data226[i21];
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.name === undefined){
const err575 = {instancePath:instancePath+"/stages/" + i21,schemaPath:"#/properties/stages/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err575];
}
else {
vErrors.push(err575);
}
errors++;
}
if(data227.startTime === undefined){
const err576 = {instancePath:instancePath+"/stages/" + i21,schemaPath:"#/properties/stages/items/required",keyword:"required",params:{missingProperty: "startTime"},message:"must have required property '"+"startTime"+"'"};
if(vErrors === null){
vErrors = [err576];
}
else {
vErrors.push(err576);
}
errors++;
}
if(data227.name !== undefined){
let data228 = data227.name;
if(typeof data228 === "string"){
if(func2(data228) > 32){
const err577 = {instancePath:instancePath+"/stages/" + i21+"/name",schemaPath:"#/properties/stages/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err577];
}
else {
vErrors.push(err577);
}
errors++;
}
if(func2(data228) < 1){
const err578 = {instancePath:instancePath+"/stages/" + i21+"/name",schemaPath:"#/properties/stages/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err578];
}
else {
vErrors.push(err578);
}
errors++;
}
}
else {
const err579 = {instancePath:instancePath+"/stages/" + i21+"/name",schemaPath:"#/properties/stages/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err579];
}
else {
vErrors.push(err579);
}
errors++;
}
}
if(data227.startTime !== undefined){
let data229 = data227.startTime;
if(typeof data229 === "string"){
if(func2(data229) > 40){
const err580 = {instancePath:instancePath+"/stages/" + i21+"/startTime",schemaPath:"#/properties/stages/items/properties/startTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err580];
}
else {
vErrors.push(err580);
}
errors++;
}
}
else {
const err581 = {instancePath:instancePath+"/stages/" + i21+"/startTime",schemaPath:"#/properties/stages/items/properties/startTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err581];
}
else {
vErrors.push(err581);
}
errors++;
}
}
if(data227.endTime !== undefined){
let data230 = data227.endTime;
if((typeof data230 !== "string") && (data230 !== null)){
const err582 = {instancePath:instancePath+"/stages/" + i21+"/endTime",schemaPath:"#/properties/stages/items/properties/endTime/type",keyword:"type",params:{type: schema11.properties.stages.items.properties.endTime.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err582];
}
else {
vErrors.push(err582);
}
errors++;
}
if(typeof data230 === "string"){
if(func2(data230) > 40){
const err583 = {instancePath:instancePath+"/stages/" + i21+"/endTime",schemaPath:"#/properties/stages/items/properties/endTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err583];
}
else {
vErrors.push(err583);
}
errors++;
}
}
}
if(data227.message !== undefined){
let data231 = data227.message;
if((typeof data231 !== "string") && (data231 !== null)){
const err584 = {instancePath:instancePath+"/stages/" + i21+"/message",schemaPath:"#/properties/stages/items/properties/message/type",keyword:"type",params:{type: schema11.properties.stages.items.properties.message.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err584];
}
else {
vErrors.push(err584);
}
errors++;
}
if(typeof data231 === "string"){
if(func2(data231) > 512){
const err585 = {instancePath:instancePath+"/stages/" + i21+"/message",schemaPath:"#/properties/stages/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err585];
}
else {
vErrors.push(err585);
}
errors++;
}
}
}
}
else {
const err586 = {instancePath:instancePath+"/stages/" + i21,schemaPath:"#/properties/stages/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err586];
}
else {
vErrors.push(err586);
}
errors++;
}
}
}
else {
const err587 = {instancePath:instancePath+"/stages",schemaPath:"#/properties/stages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err587];
}
else {
vErrors.push(err587);
}
errors++;
}
}
}
else {
const err588 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err588];
}
else {
vErrors.push(err588);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateTrainingRunSpec = validate11;
const schema12 = {"type":"object","required":["model","task","data","algorithm","metrics"],"properties":{"model":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":40},"task":{"type":"string","enum":["BinaryClassification","MulticlassClassification","Regression"]},"data":{"type":"object","required":["source","target"],"properties":{"source":{"type":"object","required":["uri"],"properties":{"uri":{"type":"string","pattern":"^(s3|https?|pvc|configmap)://.+","minLength":5,"maxLength":1024},"sha256":{"type":"string","pattern":"^[a-f0-9]{64}$","maxLength":64},"versionId":{"type":"string","minLength":1,"maxLength":1024},"region":{"type":"string","pattern":"^[a-z0-9-]+$","minLength":1,"maxLength":64},"requesterPays":{"type":"boolean"},"secretRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}}}},"format":{"type":"string","enum":["Auto","CSV","Parquet","JSONLines"],"default":"Auto"},"target":{"type":"string","minLength":1,"maxLength":128},"drop":{"type":"array","maxItems":256,"items":{"type":"string","minLength":1,"maxLength":128},"uniqueItems":true},"sensitive":{"type":"array","maxItems":8,"items":{"type":"string","minLength":1,"maxLength":128},"uniqueItems":true},"time":{"type":"string","minLength":1,"maxLength":128},"group":{"type":"string","minLength":1,"maxLength":128},"rules":{"type":"array","maxItems":64,"items":{"type":"object","properties":{"column":{"type":"string","minLength":1,"maxLength":128},"type":{"type":"string","enum":["Number","Integer","String","Boolean"]},"min":{"type":"number"},"max":{"type":"number"},"maxNullRatio":{"type":"number","minimum":0,"maximum":1},"nullable":{"type":"boolean","default":true},"unique":{"type":"boolean","default":false},"allowed":{"type":"array","minItems":1,"maxItems":256,"items":{"maxLength":256,"anyOf":[{"type":"integer"},{"type":"string"}]}},"rowCount":{"type":"object","properties":{"min":{"type":"integer","minimum":0},"max":{"type":"integer","minimum":0}}}}}},"split":{"type":"object","default":{},"properties":{"strategy":{"type":"string","enum":["Stratified","Random","Group","Time"],"default":"Stratified"},"testFraction":{"type":"number","default":0.2,"minimum":0.05,"maximum":0.5},"seed":{"type":"integer","default":7,"minimum":0,"maximum":2147483647}}}}},"features":{"type":"object","default":{},"properties":{"numeric":{"type":"object","default":{},"properties":{"impute":{"type":"string","enum":["Median","Mean"],"default":"Median"},"scale":{"type":"string","enum":["Auto","Standard","MinMax","Robust","None"],"default":"Auto"}}},"categorical":{"type":"object","default":{},"properties":{"impute":{"type":"string","enum":["MostFrequent","Constant"],"default":"MostFrequent"},"encode":{"type":"string","enum":["OneHot","Ordinal"],"default":"OneHot"},"maxCategories":{"type":"integer","default":30,"minimum":2,"maximum":1000}}},"reuse":{"type":"boolean","default":false},"select":{"type":"object","properties":{"test":{"type":"string","enum":["Auto","Parametric","Rank"],"default":"Auto"},"alpha":{"type":"number","default":0.05,"minimum":0.000001,"maximum":1},"max":{"type":"integer","default":512,"minimum":1,"maximum":512}}}}},"algorithm":{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["xgboost","randomForest","extraTrees","gradientBoosting","logistic","ridge","elasticNet","knn","svm","mlp","custom"]},"image":{"type":"string","pattern":"^[A-Za-z0-9][-A-Za-z0-9._:/@]*$","minLength":1,"maxLength":512},"parameters":{"type":"object","maxProperties":64}}},"crossValidation":{"type":"object","default":{},"properties":{"folds":{"type":"integer","default":5,"minimum":2,"maximum":20},"repeats":{"type":"integer","default":1,"minimum":1,"maximum":20},"seed":{"type":"integer","default":7,"minimum":0,"maximum":2147483647}}},"metrics":{"type":"object","required":["primary"],"properties":{"primary":{"type":"string","minLength":1,"maxLength":64},"others":{"type":"array","maxItems":16,"items":{"type":"string","minLength":1,"maxLength":64},"uniqueItems":true},"custom":{"type":"array","maxItems":8,"items":{"type":"object","required":["name","expression","direction"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_]*$","minLength":1,"maxLength":64},"expression":{"type":"string","pattern":"^[A-Za-z0-9_+*/(),. -]+$","minLength":1,"maxLength":256},"direction":{"type":"string","enum":["Maximize","Minimize"]}}}}}},"gates":{"type":"array","maxItems":32,"items":{"type":"object","required":["metric"],"properties":{"metric":{"type":"string","minLength":1,"maxLength":64},"split":{"type":"string","enum":["Train","CV","Test"],"default":"Test"},"min":{"type":"number"},"max":{"type":"number"}}}},"explain":{"type":"object","default":{},"properties":{"method":{"type":"string","enum":["Permutation","SHAP"],"default":"Permutation"},"maxRows":{"type":"integer","default":500,"minimum":10,"maximum":5000}}},"backend":{"type":"object","default":{},"properties":{"type":{"type":"string","enum":["Kubernetes"],"default":"Kubernetes"},"kubernetes":{"type":"object","default":{},"properties":{"resources":{"type":"object","default":{"requests":{"cpu":"500m","memory":"512Mi"},"limits":{"memory":"2Gi"}},"properties":{"requests":{"type":"object","maxProperties":8,"additionalProperties":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}},"limits":{"type":"object","maxProperties":8,"additionalProperties":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}}}},"nodeSelector":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":63}},"tolerations":{"type":"array","maxItems":16,"items":{"type":"object","properties":{"key":{"type":"string","maxLength":316},"operator":{"type":"string","enum":["Exists","Equal"]},"value":{"type":"string","maxLength":63},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"]},"tolerationSeconds":{"type":"integer"}}}},"spot":{"type":"boolean","default":false},"queueName":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"podTemplate":{"type":"object","properties":{"metadata":{"type":"object","properties":{"labels":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":1024}}}},"spec":{"type":"object","properties":{"serviceAccountName":{"type":"string","minLength":1,"maxLength":253},"priorityClassName":{"type":"string","minLength":1,"maxLength":253},"runtimeClassName":{"type":"string","minLength":1,"maxLength":253},"schedulerName":{"type":"string","minLength":1,"maxLength":253},"imagePullSecrets":{"type":"array","maxItems":8,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}}},"affinity":{"type":"object","maxProperties":3},"volumes":{"type":"array","maxItems":8,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"emptyDir":{"type":"object","properties":{"medium":{"type":"string","enum":["Memory"]},"sizeLimit":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}}},"persistentVolumeClaim":{"type":"object","required":["claimName"],"properties":{"claimName":{"type":"string","minLength":1,"maxLength":253},"readOnly":{"type":"boolean"}}},"configMap":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"secret":{"type":"object","required":["secretName"],"properties":{"secretName":{"type":"string","minLength":1,"maxLength":253}}}}}},"containers":{"type":"array","maxItems":1,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["trainer"]},"env":{"type":"array","maxItems":32,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","minLength":1,"maxLength":128},"value":{"type":"string","maxLength":4096},"valueFrom":{"type":"object","properties":{"secretKeyRef":{"type":"object","required":["name","key"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253},"key":{"type":"string","minLength":1,"maxLength":253},"optional":{"type":"boolean"}}},"configMapKeyRef":{"type":"object","required":["name","key"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253},"key":{"type":"string","minLength":1,"maxLength":253},"optional":{"type":"boolean"}}}}}}}},"volumeMounts":{"type":"array","maxItems":16,"items":{"type":"object","required":["name","mountPath"],"properties":{"name":{"type":"string","minLength":1,"maxLength":63},"mountPath":{"type":"string","pattern":"^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$","minLength":2,"maxLength":256},"subPath":{"type":"string","minLength":1,"maxLength":256},"readOnly":{"type":"boolean"}}}}}}}}}}}}}}},"distributed":{"type":"object","default":{"engine":"None","workers":1},"properties":{"engine":{"type":"string","enum":["None","Dask","Torchrun"],"default":"None"},"workers":{"type":"integer","default":1,"minimum":1,"maximum":32}}},"retryPolicy":{"type":"object","default":{},"properties":{"maxAttempts":{"type":"integer","default":3,"minimum":1,"maximum":20},"maxPreemptions":{"type":"integer","default":10,"minimum":0,"maximum":1000},"backoff":{"type":"string","default":"30s","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"checkpoint":{"type":"object","default":{},"properties":{"enabled":{"type":"boolean","default":true},"every":{"type":"string","default":"5m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"activeDeadline":{"type":"string","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"stop":{"type":"boolean","default":false},"suspend":{"type":"boolean","default":false},"ttlAfterFinished":{"type":"string","default":"24h","pattern":"^([0-9]+(ms|s|m|h|d))+$","maxLength":16},"output":{"type":"object","required":["uri"],"properties":{"uri":{"type":"string","pattern":"^s3://.+","minLength":6,"maxLength":512}}},"mlflow":{"type":"object","default":{},"properties":{"enabled":{"type":"boolean","default":true},"experiment":{"type":"string","minLength":1,"maxLength":256}}},"register":{"type":"object","default":{},"properties":{"enabled":{"type":"boolean","default":true},"approvalRequired":{"type":"boolean","default":false},"aliases":{"type":"array","maxItems":8,"items":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"uniqueItems":true},"labels":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":63}}}}}};
const pattern11 = new RegExp("^(s3|https?|pvc|configmap)://.+", "u");
const pattern13 = new RegExp("^[a-z0-9-]+$", "u");
const pattern14 = new RegExp("^[A-Za-z0-9][-A-Za-z0-9._:/@]*$", "u");
const pattern15 = new RegExp("^[a-z][a-z0-9_]*$", "u");
const pattern16 = new RegExp("^[A-Za-z0-9_+*/(),. -]+$", "u");
const pattern17 = new RegExp("^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$", "u");
const pattern19 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "u");
const pattern22 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern23 = new RegExp("^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$", "u");
const pattern24 = new RegExp("^([0-9]+(ms|s|m|h))+$", "u");
const pattern27 = new RegExp("^([0-9]+(ms|s|m|h|d))+$", "u");
const pattern28 = new RegExp("^s3://.+", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.features === undefined){
data.features = {};
}
if(data.crossValidation === undefined){
data.crossValidation = {};
}
if(data.explain === undefined){
data.explain = {};
}
if(data.backend === undefined){
data.backend = {};
}
if(data.distributed === undefined){
data.distributed = {"engine":"None","workers":1};
}
if(data.retryPolicy === undefined){
data.retryPolicy = {};
}
if(data.checkpoint === undefined){
data.checkpoint = {};
}
if(data.stop === undefined){
data.stop = false;
}
if(data.suspend === undefined){
data.suspend = false;
}
if(data.ttlAfterFinished === undefined){
data.ttlAfterFinished = "24h";
}
if(data.mlflow === undefined){
data.mlflow = {};
}
if(data.register === undefined){
data.register = {};
}
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.task === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task"},message:"must have required property '"+"task"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.data === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.algorithm === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "algorithm"},message:"must have required property '"+"algorithm"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.metrics === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.model !== undefined){
let data0 = data.model;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err5 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func2(data0) < 1){
const err6 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern0.test(data0)){
const err7 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.task !== undefined){
let data1 = data.task;
if(typeof data1 !== "string"){
const err9 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!(((data1 === "BinaryClassification") || (data1 === "MulticlassClassification")) || (data1 === "Regression"))){
const err10 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/enum",keyword:"enum",params:{allowedValues: schema12.properties.task.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.data !== undefined){
let data2 = data.data;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.format === undefined){
data2.format = "Auto";
}
if(data2.split === undefined){
data2.split = {};
}
if(data2.source === undefined){
const err11 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.target === undefined){
const err12 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.source !== undefined){
let data3 = data2.source;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.uri === undefined){
const err13 = {instancePath:instancePath+"/data/source",schemaPath:"#/properties/data/properties/source/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3.uri !== undefined){
let data4 = data3.uri;
if(typeof data4 === "string"){
if(func2(data4) > 1024){
const err14 = {instancePath:instancePath+"/data/source/uri",schemaPath:"#/properties/data/properties/source/properties/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data4) < 5){
const err15 = {instancePath:instancePath+"/data/source/uri",schemaPath:"#/properties/data/properties/source/properties/uri/minLength",keyword:"minLength",params:{limit: 5},message:"must NOT have fewer than 5 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern11.test(data4)){
const err16 = {instancePath:instancePath+"/data/source/uri",schemaPath:"#/properties/data/properties/source/properties/uri/pattern",keyword:"pattern",params:{pattern: "^(s3|https?|pvc|configmap)://.+"},message:"must match pattern \""+"^(s3|https?|pvc|configmap)://.+"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/data/source/uri",schemaPath:"#/properties/data/properties/source/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.sha256 !== undefined){
let data5 = data3.sha256;
if(typeof data5 === "string"){
if(func2(data5) > 64){
const err18 = {instancePath:instancePath+"/data/source/sha256",schemaPath:"#/properties/data/properties/source/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern2.test(data5)){
const err19 = {instancePath:instancePath+"/data/source/sha256",schemaPath:"#/properties/data/properties/source/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/data/source/sha256",schemaPath:"#/properties/data/properties/source/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.versionId !== undefined){
let data6 = data3.versionId;
if(typeof data6 === "string"){
if(func2(data6) > 1024){
const err21 = {instancePath:instancePath+"/data/source/versionId",schemaPath:"#/properties/data/properties/source/properties/versionId/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func2(data6) < 1){
const err22 = {instancePath:instancePath+"/data/source/versionId",schemaPath:"#/properties/data/properties/source/properties/versionId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/data/source/versionId",schemaPath:"#/properties/data/properties/source/properties/versionId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data3.region !== undefined){
let data7 = data3.region;
if(typeof data7 === "string"){
if(func2(data7) > 64){
const err24 = {instancePath:instancePath+"/data/source/region",schemaPath:"#/properties/data/properties/source/properties/region/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func2(data7) < 1){
const err25 = {instancePath:instancePath+"/data/source/region",schemaPath:"#/properties/data/properties/source/properties/region/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(!pattern13.test(data7)){
const err26 = {instancePath:instancePath+"/data/source/region",schemaPath:"#/properties/data/properties/source/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},message:"must match pattern \""+"^[a-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/data/source/region",schemaPath:"#/properties/data/properties/source/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data3.requesterPays !== undefined){
if(typeof data3.requesterPays !== "boolean"){
const err28 = {instancePath:instancePath+"/data/source/requesterPays",schemaPath:"#/properties/data/properties/source/properties/requesterPays/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data3.secretRef !== undefined){
let data9 = data3.secretRef;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.name === undefined){
const err29 = {instancePath:instancePath+"/data/source/secretRef",schemaPath:"#/properties/data/properties/source/properties/secretRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.name !== undefined){
let data10 = data9.name;
if(typeof data10 === "string"){
if(func2(data10) > 253){
const err30 = {instancePath:instancePath+"/data/source/secretRef/name",schemaPath:"#/properties/data/properties/source/properties/secretRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(func2(data10) < 1){
const err31 = {instancePath:instancePath+"/data/source/secretRef/name",schemaPath:"#/properties/data/properties/source/properties/secretRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/data/source/secretRef/name",schemaPath:"#/properties/data/properties/source/properties/secretRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/data/source/secretRef",schemaPath:"#/properties/data/properties/source/properties/secretRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/data/source",schemaPath:"#/properties/data/properties/source/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
let data11 = data2.format;
if(typeof data11 !== "string"){
const err35 = {instancePath:instancePath+"/data/format",schemaPath:"#/properties/data/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!((((data11 === "Auto") || (data11 === "CSV")) || (data11 === "Parquet")) || (data11 === "JSONLines"))){
const err36 = {instancePath:instancePath+"/data/format",schemaPath:"#/properties/data/properties/format/enum",keyword:"enum",params:{allowedValues: schema12.properties.data.properties.format.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data2.target !== undefined){
let data12 = data2.target;
if(typeof data12 === "string"){
if(func2(data12) > 128){
const err37 = {instancePath:instancePath+"/data/target",schemaPath:"#/properties/data/properties/target/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(func2(data12) < 1){
const err38 = {instancePath:instancePath+"/data/target",schemaPath:"#/properties/data/properties/target/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/data/target",schemaPath:"#/properties/data/properties/target/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data2.drop !== undefined){
let data13 = data2.drop;
if(Array.isArray(data13)){
if(data13.length > 256){
const err40 = {instancePath:instancePath+"/data/drop",schemaPath:"#/properties/data/properties/drop/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(func2(data14) > 128){
const err41 = {instancePath:instancePath+"/data/drop/" + i0,schemaPath:"#/properties/data/properties/drop/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func2(data14) < 1){
const err42 = {instancePath:instancePath+"/data/drop/" + i0,schemaPath:"#/properties/data/properties/drop/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/data/drop/" + i0,schemaPath:"#/properties/data/properties/drop/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
let i1 = data13.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data13[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err44 = {instancePath:instancePath+"/data/drop",schemaPath:"#/properties/data/properties/drop/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err45 = {instancePath:instancePath+"/data/drop",schemaPath:"#/properties/data/properties/drop/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data2.sensitive !== undefined){
let data15 = data2.sensitive;
if(Array.isArray(data15)){
if(data15.length > 8){
const err46 = {instancePath:instancePath+"/data/sensitive",schemaPath:"#/properties/data/properties/sensitive/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len1 = data15.length;
for(let i2=0; i2<len1; i2++){
let data16 = data15[i2];
if(typeof data16 === "string"){
if(func2(data16) > 128){
const err47 = {instancePath:instancePath+"/data/sensitive/" + i2,schemaPath:"#/properties/data/properties/sensitive/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(func2(data16) < 1){
const err48 = {instancePath:instancePath+"/data/sensitive/" + i2,schemaPath:"#/properties/data/properties/sensitive/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/data/sensitive/" + i2,schemaPath:"#/properties/data/properties/sensitive/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
let i3 = data15.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data15[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err50 = {instancePath:instancePath+"/data/sensitive",schemaPath:"#/properties/data/properties/sensitive/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err51 = {instancePath:instancePath+"/data/sensitive",schemaPath:"#/properties/data/properties/sensitive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data2.time !== undefined){
let data17 = data2.time;
if(typeof data17 === "string"){
if(func2(data17) > 128){
const err52 = {instancePath:instancePath+"/data/time",schemaPath:"#/properties/data/properties/time/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func2(data17) < 1){
const err53 = {instancePath:instancePath+"/data/time",schemaPath:"#/properties/data/properties/time/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/data/time",schemaPath:"#/properties/data/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data2.group !== undefined){
let data18 = data2.group;
if(typeof data18 === "string"){
if(func2(data18) > 128){
const err55 = {instancePath:instancePath+"/data/group",schemaPath:"#/properties/data/properties/group/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(func2(data18) < 1){
const err56 = {instancePath:instancePath+"/data/group",schemaPath:"#/properties/data/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/data/group",schemaPath:"#/properties/data/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data2.rules !== undefined){
let data19 = data2.rules;
if(Array.isArray(data19)){
if(data19.length > 64){
const err58 = {instancePath:instancePath+"/data/rules",schemaPath:"#/properties/data/properties/rules/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
const len2 = data19.length;
for(let i4=0; i4<len2; i4++){
let data20 = data19[i4];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.nullable === undefined){
data20.nullable = true;
}
if(data20.unique === undefined){
data20.unique = false;
}
if(data20.column !== undefined){
let data21 = data20.column;
if(typeof data21 === "string"){
if(func2(data21) > 128){
const err59 = {instancePath:instancePath+"/data/rules/" + i4+"/column",schemaPath:"#/properties/data/properties/rules/items/properties/column/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(func2(data21) < 1){
const err60 = {instancePath:instancePath+"/data/rules/" + i4+"/column",schemaPath:"#/properties/data/properties/rules/items/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/data/rules/" + i4+"/column",schemaPath:"#/properties/data/properties/rules/items/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data20.type !== undefined){
let data22 = data20.type;
if(typeof data22 !== "string"){
const err62 = {instancePath:instancePath+"/data/rules/" + i4+"/type",schemaPath:"#/properties/data/properties/rules/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!((((data22 === "Number") || (data22 === "Integer")) || (data22 === "String")) || (data22 === "Boolean"))){
const err63 = {instancePath:instancePath+"/data/rules/" + i4+"/type",schemaPath:"#/properties/data/properties/rules/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema12.properties.data.properties.rules.items.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data20.min !== undefined){
let data23 = data20.min;
if(!((typeof data23 == "number") && (isFinite(data23)))){
const err64 = {instancePath:instancePath+"/data/rules/" + i4+"/min",schemaPath:"#/properties/data/properties/rules/items/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data20.max !== undefined){
let data24 = data20.max;
if(!((typeof data24 == "number") && (isFinite(data24)))){
const err65 = {instancePath:instancePath+"/data/rules/" + i4+"/max",schemaPath:"#/properties/data/properties/rules/items/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data20.maxNullRatio !== undefined){
let data25 = data20.maxNullRatio;
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 > 1 || isNaN(data25)){
const err66 = {instancePath:instancePath+"/data/rules/" + i4+"/maxNullRatio",schemaPath:"#/properties/data/properties/rules/items/properties/maxNullRatio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data25 < 0 || isNaN(data25)){
const err67 = {instancePath:instancePath+"/data/rules/" + i4+"/maxNullRatio",schemaPath:"#/properties/data/properties/rules/items/properties/maxNullRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/data/rules/" + i4+"/maxNullRatio",schemaPath:"#/properties/data/properties/rules/items/properties/maxNullRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(typeof data20.nullable !== "boolean"){
const err69 = {instancePath:instancePath+"/data/rules/" + i4+"/nullable",schemaPath:"#/properties/data/properties/rules/items/properties/nullable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(typeof data20.unique !== "boolean"){
const err70 = {instancePath:instancePath+"/data/rules/" + i4+"/unique",schemaPath:"#/properties/data/properties/rules/items/properties/unique/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data20.allowed !== undefined){
let data28 = data20.allowed;
if(Array.isArray(data28)){
if(data28.length > 256){
const err71 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed",schemaPath:"#/properties/data/properties/rules/items/properties/allowed/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(data28.length < 1){
const err72 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed",schemaPath:"#/properties/data/properties/rules/items/properties/allowed/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
const len3 = data28.length;
for(let i5=0; i5<len3; i5++){
let data29 = data28[i5];
const _errs60 = errors;
let valid15 = false;
const _errs61 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err73 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/data/properties/rules/items/properties/allowed/items/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
var _valid0 = _errs61 === errors;
valid15 = valid15 || _valid0;
if(!valid15){
const _errs63 = errors;
if(typeof data29 !== "string"){
const err74 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/data/properties/rules/items/properties/allowed/items/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
var _valid0 = _errs63 === errors;
valid15 = valid15 || _valid0;
}
if(!valid15){
const err75 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/data/properties/rules/items/properties/allowed/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
else {
errors = _errs60;
if(vErrors !== null){
if(_errs60){
vErrors.length = _errs60;
}
else {
vErrors = null;
}
}
}
if(typeof data29 === "string"){
if(func2(data29) > 256){
const err76 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/data/properties/rules/items/properties/allowed/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
}
else {
const err77 = {instancePath:instancePath+"/data/rules/" + i4+"/allowed",schemaPath:"#/properties/data/properties/rules/items/properties/allowed/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data20.rowCount !== undefined){
let data30 = data20.rowCount;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.min !== undefined){
let data31 = data30.min;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err78 = {instancePath:instancePath+"/data/rules/" + i4+"/rowCount/min",schemaPath:"#/properties/data/properties/rules/items/properties/rowCount/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
const err79 = {instancePath:instancePath+"/data/rules/" + i4+"/rowCount/min",schemaPath:"#/properties/data/properties/rules/items/properties/rowCount/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
if(data30.max !== undefined){
let data32 = data30.max;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err80 = {instancePath:instancePath+"/data/rules/" + i4+"/rowCount/max",schemaPath:"#/properties/data/properties/rules/items/properties/rowCount/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
const err81 = {instancePath:instancePath+"/data/rules/" + i4+"/rowCount/max",schemaPath:"#/properties/data/properties/rules/items/properties/rowCount/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
}
else {
const err82 = {instancePath:instancePath+"/data/rules/" + i4+"/rowCount",schemaPath:"#/properties/data/properties/rules/items/properties/rowCount/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/data/rules/" + i4,schemaPath:"#/properties/data/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/data/rules",schemaPath:"#/properties/data/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
let data33 = data2.split;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.strategy === undefined){
data33.strategy = "Stratified";
}
if(data33.testFraction === undefined){
data33.testFraction = 0.2;
}
if(data33.seed === undefined){
data33.seed = 7;
}
let data34 = data33.strategy;
if(typeof data34 !== "string"){
const err85 = {instancePath:instancePath+"/data/split/strategy",schemaPath:"#/properties/data/properties/split/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(!((((data34 === "Stratified") || (data34 === "Random")) || (data34 === "Group")) || (data34 === "Time"))){
const err86 = {instancePath:instancePath+"/data/split/strategy",schemaPath:"#/properties/data/properties/split/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema12.properties.data.properties.split.properties.strategy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
let data35 = data33.testFraction;
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 0.5 || isNaN(data35)){
const err87 = {instancePath:instancePath+"/data/split/testFraction",schemaPath:"#/properties/data/properties/split/properties/testFraction/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.5},message:"must be <= 0.5"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(data35 < 0.05 || isNaN(data35)){
const err88 = {instancePath:instancePath+"/data/split/testFraction",schemaPath:"#/properties/data/properties/split/properties/testFraction/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05},message:"must be >= 0.05"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/data/split/testFraction",schemaPath:"#/properties/data/properties/split/properties/testFraction/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
let data36 = data33.seed;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err90 = {instancePath:instancePath+"/data/split/seed",schemaPath:"#/properties/data/properties/split/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 2147483647 || isNaN(data36)){
const err91 = {instancePath:instancePath+"/data/split/seed",schemaPath:"#/properties/data/properties/split/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data36 < 0 || isNaN(data36)){
const err92 = {instancePath:instancePath+"/data/split/seed",schemaPath:"#/properties/data/properties/split/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/data/split",schemaPath:"#/properties/data/properties/split/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/data",schemaPath:"#/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
let data37 = data.features;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.numeric === undefined){
data37.numeric = {};
}
if(data37.categorical === undefined){
data37.categorical = {};
}
if(data37.reuse === undefined){
data37.reuse = false;
}
let data38 = data37.numeric;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.impute === undefined){
data38.impute = "Median";
}
if(data38.scale === undefined){
data38.scale = "Auto";
}
let data39 = data38.impute;
if(typeof data39 !== "string"){
const err95 = {instancePath:instancePath+"/features/numeric/impute",schemaPath:"#/properties/features/properties/numeric/properties/impute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!((data39 === "Median") || (data39 === "Mean"))){
const err96 = {instancePath:instancePath+"/features/numeric/impute",schemaPath:"#/properties/features/properties/numeric/properties/impute/enum",keyword:"enum",params:{allowedValues: schema12.properties.features.properties.numeric.properties.impute.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
let data40 = data38.scale;
if(typeof data40 !== "string"){
const err97 = {instancePath:instancePath+"/features/numeric/scale",schemaPath:"#/properties/features/properties/numeric/properties/scale/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(!(((((data40 === "Auto") || (data40 === "Standard")) || (data40 === "MinMax")) || (data40 === "Robust")) || (data40 === "None"))){
const err98 = {instancePath:instancePath+"/features/numeric/scale",schemaPath:"#/properties/features/properties/numeric/properties/scale/enum",keyword:"enum",params:{allowedValues: schema12.properties.features.properties.numeric.properties.scale.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
else {
const err99 = {instancePath:instancePath+"/features/numeric",schemaPath:"#/properties/features/properties/numeric/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
let data41 = data37.categorical;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.impute === undefined){
data41.impute = "MostFrequent";
}
if(data41.encode === undefined){
data41.encode = "OneHot";
}
if(data41.maxCategories === undefined){
data41.maxCategories = 30;
}
let data42 = data41.impute;
if(typeof data42 !== "string"){
const err100 = {instancePath:instancePath+"/features/categorical/impute",schemaPath:"#/properties/features/properties/categorical/properties/impute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(!((data42 === "MostFrequent") || (data42 === "Constant"))){
const err101 = {instancePath:instancePath+"/features/categorical/impute",schemaPath:"#/properties/features/properties/categorical/properties/impute/enum",keyword:"enum",params:{allowedValues: schema12.properties.features.properties.categorical.properties.impute.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
let data43 = data41.encode;
if(typeof data43 !== "string"){
const err102 = {instancePath:instancePath+"/features/categorical/encode",schemaPath:"#/properties/features/properties/categorical/properties/encode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(!((data43 === "OneHot") || (data43 === "Ordinal"))){
const err103 = {instancePath:instancePath+"/features/categorical/encode",schemaPath:"#/properties/features/properties/categorical/properties/encode/enum",keyword:"enum",params:{allowedValues: schema12.properties.features.properties.categorical.properties.encode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
let data44 = data41.maxCategories;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err104 = {instancePath:instancePath+"/features/categorical/maxCategories",schemaPath:"#/properties/features/properties/categorical/properties/maxCategories/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 1000 || isNaN(data44)){
const err105 = {instancePath:instancePath+"/features/categorical/maxCategories",schemaPath:"#/properties/features/properties/categorical/properties/maxCategories/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data44 < 2 || isNaN(data44)){
const err106 = {instancePath:instancePath+"/features/categorical/maxCategories",schemaPath:"#/properties/features/properties/categorical/properties/maxCategories/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/features/categorical",schemaPath:"#/properties/features/properties/categorical/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(typeof data37.reuse !== "boolean"){
const err108 = {instancePath:instancePath+"/features/reuse",schemaPath:"#/properties/features/properties/reuse/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data37.select !== undefined){
let data46 = data37.select;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.test === undefined){
data46.test = "Auto";
}
if(data46.alpha === undefined){
data46.alpha = 0.05;
}
if(data46.max === undefined){
data46.max = 512;
}
let data47 = data46.test;
if(typeof data47 !== "string"){
const err109 = {instancePath:instancePath+"/features/select/test",schemaPath:"#/properties/features/properties/select/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(!(((data47 === "Auto") || (data47 === "Parametric")) || (data47 === "Rank"))){
const err110 = {instancePath:instancePath+"/features/select/test",schemaPath:"#/properties/features/properties/select/properties/test/enum",keyword:"enum",params:{allowedValues: schema12.properties.features.properties.select.properties.test.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
let data48 = data46.alpha;
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 1 || isNaN(data48)){
const err111 = {instancePath:instancePath+"/features/select/alpha",schemaPath:"#/properties/features/properties/select/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(data48 < 0.000001 || isNaN(data48)){
const err112 = {instancePath:instancePath+"/features/select/alpha",schemaPath:"#/properties/features/properties/select/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.000001},message:"must be >= 0.000001"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/features/select/alpha",schemaPath:"#/properties/features/properties/select/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
let data49 = data46.max;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err114 = {instancePath:instancePath+"/features/select/max",schemaPath:"#/properties/features/properties/select/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 512 || isNaN(data49)){
const err115 = {instancePath:instancePath+"/features/select/max",schemaPath:"#/properties/features/properties/select/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512},message:"must be <= 512"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data49 < 1 || isNaN(data49)){
const err116 = {instancePath:instancePath+"/features/select/max",schemaPath:"#/properties/features/properties/select/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/features/select",schemaPath:"#/properties/features/properties/select/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data.algorithm !== undefined){
let data50 = data.algorithm;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.name === undefined){
const err119 = {instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data50.name !== undefined){
let data51 = data50.name;
if(typeof data51 !== "string"){
const err120 = {instancePath:instancePath+"/algorithm/name",schemaPath:"#/properties/algorithm/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!(((((((((((data51 === "xgboost") || (data51 === "randomForest")) || (data51 === "extraTrees")) || (data51 === "gradientBoosting")) || (data51 === "logistic")) || (data51 === "ridge")) || (data51 === "elasticNet")) || (data51 === "knn")) || (data51 === "svm")) || (data51 === "mlp")) || (data51 === "custom"))){
const err121 = {instancePath:instancePath+"/algorithm/name",schemaPath:"#/properties/algorithm/properties/name/enum",keyword:"enum",params:{allowedValues: schema12.properties.algorithm.properties.name.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data50.image !== undefined){
let data52 = data50.image;
if(typeof data52 === "string"){
if(func2(data52) > 512){
const err122 = {instancePath:instancePath+"/algorithm/image",schemaPath:"#/properties/algorithm/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(func2(data52) < 1){
const err123 = {instancePath:instancePath+"/algorithm/image",schemaPath:"#/properties/algorithm/properties/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(!pattern14.test(data52)){
const err124 = {instancePath:instancePath+"/algorithm/image",schemaPath:"#/properties/algorithm/properties/image/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][-A-Za-z0-9._:/@]*$"},message:"must match pattern \""+"^[A-Za-z0-9][-A-Za-z0-9._:/@]*$"+"\""};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/algorithm/image",schemaPath:"#/properties/algorithm/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data50.parameters !== undefined){
let data53 = data50.parameters;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(Object.keys(data53).length > 64){
const err126 = {instancePath:instancePath+"/algorithm/parameters",schemaPath:"#/properties/algorithm/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/algorithm/parameters",schemaPath:"#/properties/algorithm/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/algorithm",schemaPath:"#/properties/algorithm/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
let data54 = data.crossValidation;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.folds === undefined){
data54.folds = 5;
}
if(data54.repeats === undefined){
data54.repeats = 1;
}
if(data54.seed === undefined){
data54.seed = 7;
}
let data55 = data54.folds;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err129 = {instancePath:instancePath+"/crossValidation/folds",schemaPath:"#/properties/crossValidation/properties/folds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 20 || isNaN(data55)){
const err130 = {instancePath:instancePath+"/crossValidation/folds",schemaPath:"#/properties/crossValidation/properties/folds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data55 < 2 || isNaN(data55)){
const err131 = {instancePath:instancePath+"/crossValidation/folds",schemaPath:"#/properties/crossValidation/properties/folds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
let data56 = data54.repeats;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err132 = {instancePath:instancePath+"/crossValidation/repeats",schemaPath:"#/properties/crossValidation/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 20 || isNaN(data56)){
const err133 = {instancePath:instancePath+"/crossValidation/repeats",schemaPath:"#/properties/crossValidation/properties/repeats/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err134 = {instancePath:instancePath+"/crossValidation/repeats",schemaPath:"#/properties/crossValidation/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
let data57 = data54.seed;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err135 = {instancePath:instancePath+"/crossValidation/seed",schemaPath:"#/properties/crossValidation/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 2147483647 || isNaN(data57)){
const err136 = {instancePath:instancePath+"/crossValidation/seed",schemaPath:"#/properties/crossValidation/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err137 = {instancePath:instancePath+"/crossValidation/seed",schemaPath:"#/properties/crossValidation/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
else {
const err138 = {instancePath:instancePath+"/crossValidation",schemaPath:"#/properties/crossValidation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data.metrics !== undefined){
let data58 = data.metrics;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.primary === undefined){
const err139 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/required",keyword:"required",params:{missingProperty: "primary"},message:"must have required property '"+"primary"+"'"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data58.primary !== undefined){
let data59 = data58.primary;
if(typeof data59 === "string"){
if(func2(data59) > 64){
const err140 = {instancePath:instancePath+"/metrics/primary",schemaPath:"#/properties/metrics/properties/primary/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(func2(data59) < 1){
const err141 = {instancePath:instancePath+"/metrics/primary",schemaPath:"#/properties/metrics/properties/primary/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/metrics/primary",schemaPath:"#/properties/metrics/properties/primary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data58.others !== undefined){
let data60 = data58.others;
if(Array.isArray(data60)){
if(data60.length > 16){
const err143 = {instancePath:instancePath+"/metrics/others",schemaPath:"#/properties/metrics/properties/others/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
const len4 = data60.length;
for(let i6=0; i6<len4; i6++){
let data61 = data60[i6];
if(typeof data61 === "string"){
if(func2(data61) > 64){
const err144 = {instancePath:instancePath+"/metrics/others/" + i6,schemaPath:"#/properties/metrics/properties/others/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(func2(data61) < 1){
const err145 = {instancePath:instancePath+"/metrics/others/" + i6,schemaPath:"#/properties/metrics/properties/others/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/metrics/others/" + i6,schemaPath:"#/properties/metrics/properties/others/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
let i7 = data60.length;
let j2;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data60[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err147 = {instancePath:instancePath+"/metrics/others",schemaPath:"#/properties/metrics/properties/others/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
break;
}
indices2[item2] = i7;
}
}
}
else {
const err148 = {instancePath:instancePath+"/metrics/others",schemaPath:"#/properties/metrics/properties/others/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data58.custom !== undefined){
let data62 = data58.custom;
if(Array.isArray(data62)){
if(data62.length > 8){
const err149 = {instancePath:instancePath+"/metrics/custom",schemaPath:"#/properties/metrics/properties/custom/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
const len5 = data62.length;
for(let i8=0; i8<len5; i8++){
let data63 = data62[i8];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if(data63.name === undefined){
const err150 = {instancePath:instancePath+"/metrics/custom/" + i8,schemaPath:"#/properties/metrics/properties/custom/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data63.expression === undefined){
const err151 = {instancePath:instancePath+"/metrics/custom/" + i8,schemaPath:"#/properties/metrics/properties/custom/items/required",keyword:"required",params:{missingProperty: "expression"},message:"must have required property '"+"expression"+"'"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data63.direction === undefined){
const err152 = {instancePath:instancePath+"/metrics/custom/" + i8,schemaPath:"#/properties/metrics/properties/custom/items/required",keyword:"required",params:{missingProperty: "direction"},message:"must have required property '"+"direction"+"'"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data63.name !== undefined){
let data64 = data63.name;
if(typeof data64 === "string"){
if(func2(data64) > 64){
const err153 = {instancePath:instancePath+"/metrics/custom/" + i8+"/name",schemaPath:"#/properties/metrics/properties/custom/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(func2(data64) < 1){
const err154 = {instancePath:instancePath+"/metrics/custom/" + i8+"/name",schemaPath:"#/properties/metrics/properties/custom/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(!pattern15.test(data64)){
const err155 = {instancePath:instancePath+"/metrics/custom/" + i8+"/name",schemaPath:"#/properties/metrics/properties/custom/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/metrics/custom/" + i8+"/name",schemaPath:"#/properties/metrics/properties/custom/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data63.expression !== undefined){
let data65 = data63.expression;
if(typeof data65 === "string"){
if(func2(data65) > 256){
const err157 = {instancePath:instancePath+"/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/metrics/properties/custom/items/properties/expression/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(func2(data65) < 1){
const err158 = {instancePath:instancePath+"/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/metrics/properties/custom/items/properties/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(!pattern16.test(data65)){
const err159 = {instancePath:instancePath+"/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/metrics/properties/custom/items/properties/expression/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_+*/(),. -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_+*/(),. -]+$"+"\""};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
else {
const err160 = {instancePath:instancePath+"/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/metrics/properties/custom/items/properties/expression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data63.direction !== undefined){
let data66 = data63.direction;
if(typeof data66 !== "string"){
const err161 = {instancePath:instancePath+"/metrics/custom/" + i8+"/direction",schemaPath:"#/properties/metrics/properties/custom/items/properties/direction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(!((data66 === "Maximize") || (data66 === "Minimize"))){
const err162 = {instancePath:instancePath+"/metrics/custom/" + i8+"/direction",schemaPath:"#/properties/metrics/properties/custom/items/properties/direction/enum",keyword:"enum",params:{allowedValues: schema12.properties.metrics.properties.custom.items.properties.direction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
}
else {
const err163 = {instancePath:instancePath+"/metrics/custom/" + i8,schemaPath:"#/properties/metrics/properties/custom/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
else {
const err164 = {instancePath:instancePath+"/metrics/custom",schemaPath:"#/properties/metrics/properties/custom/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data.gates !== undefined){
let data67 = data.gates;
if(Array.isArray(data67)){
if(data67.length > 32){
const err166 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
const len6 = data67.length;
for(let i9=0; i9<len6; i9++){
let data68 = data67[i9];
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if(data68.split === undefined){
data68.split = "Test";
}
if(data68.metric === undefined){
const err167 = {instancePath:instancePath+"/gates/" + i9,schemaPath:"#/properties/gates/items/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(data68.metric !== undefined){
let data69 = data68.metric;
if(typeof data69 === "string"){
if(func2(data69) > 64){
const err168 = {instancePath:instancePath+"/gates/" + i9+"/metric",schemaPath:"#/properties/gates/items/properties/metric/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(func2(data69) < 1){
const err169 = {instancePath:instancePath+"/gates/" + i9+"/metric",schemaPath:"#/properties/gates/items/properties/metric/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/gates/" + i9+"/metric",schemaPath:"#/properties/gates/items/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
let data70 = data68.split;
if(typeof data70 !== "string"){
const err171 = {instancePath:instancePath+"/gates/" + i9+"/split",schemaPath:"#/properties/gates/items/properties/split/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!(((data70 === "Train") || (data70 === "CV")) || (data70 === "Test"))){
const err172 = {instancePath:instancePath+"/gates/" + i9+"/split",schemaPath:"#/properties/gates/items/properties/split/enum",keyword:"enum",params:{allowedValues: schema12.properties.gates.items.properties.split.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data68.min !== undefined){
let data71 = data68.min;
if(!((typeof data71 == "number") && (isFinite(data71)))){
const err173 = {instancePath:instancePath+"/gates/" + i9+"/min",schemaPath:"#/properties/gates/items/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data68.max !== undefined){
let data72 = data68.max;
if(!((typeof data72 == "number") && (isFinite(data72)))){
const err174 = {instancePath:instancePath+"/gates/" + i9+"/max",schemaPath:"#/properties/gates/items/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
else {
const err175 = {instancePath:instancePath+"/gates/" + i9,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
let data73 = data.explain;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.method === undefined){
data73.method = "Permutation";
}
if(data73.maxRows === undefined){
data73.maxRows = 500;
}
let data74 = data73.method;
if(typeof data74 !== "string"){
const err177 = {instancePath:instancePath+"/explain/method",schemaPath:"#/properties/explain/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(!((data74 === "Permutation") || (data74 === "SHAP"))){
const err178 = {instancePath:instancePath+"/explain/method",schemaPath:"#/properties/explain/properties/method/enum",keyword:"enum",params:{allowedValues: schema12.properties.explain.properties.method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
let data75 = data73.maxRows;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
const err179 = {instancePath:instancePath+"/explain/maxRows",schemaPath:"#/properties/explain/properties/maxRows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 > 5000 || isNaN(data75)){
const err180 = {instancePath:instancePath+"/explain/maxRows",schemaPath:"#/properties/explain/properties/maxRows/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5000},message:"must be <= 5000"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(data75 < 10 || isNaN(data75)){
const err181 = {instancePath:instancePath+"/explain/maxRows",schemaPath:"#/properties/explain/properties/maxRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10},message:"must be >= 10"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/explain",schemaPath:"#/properties/explain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
let data76 = data.backend;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(data76.type === undefined){
data76.type = "Kubernetes";
}
if(data76.kubernetes === undefined){
data76.kubernetes = {};
}
let data77 = data76.type;
if(typeof data77 !== "string"){
const err183 = {instancePath:instancePath+"/backend/type",schemaPath:"#/properties/backend/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!(data77 === "Kubernetes")){
const err184 = {instancePath:instancePath+"/backend/type",schemaPath:"#/properties/backend/properties/type/enum",keyword:"enum",params:{allowedValues: schema12.properties.backend.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
let data78 = data76.kubernetes;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.resources === undefined){
data78.resources = {"requests":{"cpu":"500m","memory":"512Mi"},"limits":{"memory":"2Gi"}};
}
if(data78.spot === undefined){
data78.spot = false;
}
let data79 = data78.resources;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.requests !== undefined){
let data80 = data79.requests;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(Object.keys(data80).length > 8){
const err185 = {instancePath:instancePath+"/backend/kubernetes/resources/requests",schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/maxProperties",keyword:"maxProperties",params:{limit: 8},message:"must NOT have more than 8 properties"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
for(const key0 in data80){
let data81 = data80[key0];
const _errs169 = errors;
let valid39 = false;
const _errs170 = errors;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
const err186 = {instancePath:instancePath+"/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
var _valid1 = _errs170 === errors;
valid39 = valid39 || _valid1;
if(!valid39){
const _errs172 = errors;
if(typeof data81 !== "string"){
const err187 = {instancePath:instancePath+"/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
var _valid1 = _errs172 === errors;
valid39 = valid39 || _valid1;
}
if(!valid39){
const err188 = {instancePath:instancePath+"/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
else {
errors = _errs169;
if(vErrors !== null){
if(_errs169){
vErrors.length = _errs169;
}
else {
vErrors = null;
}
}
}
if(typeof data81 === "string"){
if(func2(data81) > 32){
const err189 = {instancePath:instancePath+"/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!pattern17.test(data81)){
const err190 = {instancePath:instancePath+"/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
}
}
else {
const err191 = {instancePath:instancePath+"/backend/kubernetes/resources/requests",schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/requests/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data79.limits !== undefined){
let data82 = data79.limits;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(Object.keys(data82).length > 8){
const err192 = {instancePath:instancePath+"/backend/kubernetes/resources/limits",schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/maxProperties",keyword:"maxProperties",params:{limit: 8},message:"must NOT have more than 8 properties"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
for(const key1 in data82){
let data83 = data82[key1];
const _errs178 = errors;
let valid41 = false;
const _errs179 = errors;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err193 = {instancePath:instancePath+"/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
var _valid2 = _errs179 === errors;
valid41 = valid41 || _valid2;
if(!valid41){
const _errs181 = errors;
if(typeof data83 !== "string"){
const err194 = {instancePath:instancePath+"/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
var _valid2 = _errs181 === errors;
valid41 = valid41 || _valid2;
}
if(!valid41){
const err195 = {instancePath:instancePath+"/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
else {
errors = _errs178;
if(vErrors !== null){
if(_errs178){
vErrors.length = _errs178;
}
else {
vErrors = null;
}
}
}
if(typeof data83 === "string"){
if(func2(data83) > 32){
const err196 = {instancePath:instancePath+"/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(!pattern17.test(data83)){
const err197 = {instancePath:instancePath+"/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
}
else {
const err198 = {instancePath:instancePath+"/backend/kubernetes/resources/limits",schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
else {
const err199 = {instancePath:instancePath+"/backend/kubernetes/resources",schemaPath:"#/properties/backend/properties/kubernetes/properties/resources/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data78.nodeSelector !== undefined){
let data84 = data78.nodeSelector;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
if(Object.keys(data84).length > 16){
const err200 = {instancePath:instancePath+"/backend/kubernetes/nodeSelector",schemaPath:"#/properties/backend/properties/kubernetes/properties/nodeSelector/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
for(const key2 in data84){
let data85 = data84[key2];
if(typeof data85 === "string"){
if(func2(data85) > 63){
const err201 = {instancePath:instancePath+"/backend/kubernetes/nodeSelector/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/nodeSelector/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
else {
const err202 = {instancePath:instancePath+"/backend/kubernetes/nodeSelector/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/nodeSelector/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
else {
const err203 = {instancePath:instancePath+"/backend/kubernetes/nodeSelector",schemaPath:"#/properties/backend/properties/kubernetes/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data78.tolerations !== undefined){
let data86 = data78.tolerations;
if(Array.isArray(data86)){
if(data86.length > 16){
const err204 = {instancePath:instancePath+"/backend/kubernetes/tolerations",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
const len7 = data86.length;
for(let i10=0; i10<len7; i10++){
let data87 = data86[i10];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.key !== undefined){
let data88 = data87.key;
if(typeof data88 === "string"){
if(func2(data88) > 316){
const err205 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 316},message:"must NOT have more than 316 characters"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data87.operator !== undefined){
let data89 = data87.operator;
if(typeof data89 !== "string"){
const err207 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/operator",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(!((data89 === "Exists") || (data89 === "Equal"))){
const err208 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/operator",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema12.properties.backend.properties.kubernetes.properties.tolerations.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data87.value !== undefined){
let data90 = data87.value;
if(typeof data90 === "string"){
if(func2(data90) > 63){
const err209 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/value",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
else {
const err210 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/value",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data87.effect !== undefined){
let data91 = data87.effect;
if(typeof data91 !== "string"){
const err211 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/effect",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(!(((data91 === "NoSchedule") || (data91 === "PreferNoSchedule")) || (data91 === "NoExecute"))){
const err212 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/effect",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema12.properties.backend.properties.kubernetes.properties.tolerations.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data87.tolerationSeconds !== undefined){
let data92 = data87.tolerationSeconds;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
const err213 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10+"/tolerationSeconds",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/properties/tolerationSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
}
else {
const err214 = {instancePath:instancePath+"/backend/kubernetes/tolerations/" + i10,schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
else {
const err215 = {instancePath:instancePath+"/backend/kubernetes/tolerations",schemaPath:"#/properties/backend/properties/kubernetes/properties/tolerations/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(typeof data78.spot !== "boolean"){
const err216 = {instancePath:instancePath+"/backend/kubernetes/spot",schemaPath:"#/properties/backend/properties/kubernetes/properties/spot/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data78.queueName !== undefined){
let data94 = data78.queueName;
if(typeof data94 === "string"){
if(func2(data94) > 63){
const err217 = {instancePath:instancePath+"/backend/kubernetes/queueName",schemaPath:"#/properties/backend/properties/kubernetes/properties/queueName/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(func2(data94) < 1){
const err218 = {instancePath:instancePath+"/backend/kubernetes/queueName",schemaPath:"#/properties/backend/properties/kubernetes/properties/queueName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(!pattern19.test(data94)){
const err219 = {instancePath:instancePath+"/backend/kubernetes/queueName",schemaPath:"#/properties/backend/properties/kubernetes/properties/queueName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/backend/kubernetes/queueName",schemaPath:"#/properties/backend/properties/kubernetes/properties/queueName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data78.podTemplate !== undefined){
let data95 = data78.podTemplate;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.metadata !== undefined){
let data96 = data95.metadata;
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
if(data96.labels !== undefined){
let data97 = data96.labels;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(Object.keys(data97).length > 16){
const err221 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/labels",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
for(const key3 in data97){
let data98 = data97[key3];
if(typeof data98 === "string"){
if(func2(data98) > 63){
const err222 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
else {
const err223 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
}
else {
const err224 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/labels",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data96.annotations !== undefined){
let data99 = data96.annotations;
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
if(Object.keys(data99).length > 16){
const err225 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/annotations",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
for(const key4 in data99){
let data100 = data99[key4];
if(typeof data100 === "string"){
if(func2(data100) > 1024){
const err226 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/annotations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/annotations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
else {
const err228 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata/annotations",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
}
else {
const err229 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/metadata",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data95.spec !== undefined){
let data101 = data95.spec;
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
if(data101.serviceAccountName !== undefined){
let data102 = data101.serviceAccountName;
if(typeof data102 === "string"){
if(func2(data102) > 253){
const err230 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/serviceAccountName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/serviceAccountName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(func2(data102) < 1){
const err231 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/serviceAccountName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/serviceAccountName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
else {
const err232 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/serviceAccountName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/serviceAccountName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data101.priorityClassName !== undefined){
let data103 = data101.priorityClassName;
if(typeof data103 === "string"){
if(func2(data103) > 253){
const err233 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/priorityClassName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/priorityClassName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(func2(data103) < 1){
const err234 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/priorityClassName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/priorityClassName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
else {
const err235 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/priorityClassName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/priorityClassName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data101.runtimeClassName !== undefined){
let data104 = data101.runtimeClassName;
if(typeof data104 === "string"){
if(func2(data104) > 253){
const err236 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/runtimeClassName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/runtimeClassName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(func2(data104) < 1){
const err237 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/runtimeClassName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/runtimeClassName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
else {
const err238 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/runtimeClassName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/runtimeClassName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data101.schedulerName !== undefined){
let data105 = data101.schedulerName;
if(typeof data105 === "string"){
if(func2(data105) > 253){
const err239 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/schedulerName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/schedulerName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(func2(data105) < 1){
const err240 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/schedulerName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/schedulerName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
else {
const err241 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/schedulerName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/schedulerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data101.imagePullSecrets !== undefined){
let data106 = data101.imagePullSecrets;
if(Array.isArray(data106)){
if(data106.length > 8){
const err242 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
const len8 = data106.length;
for(let i11=0; i11<len8; i11++){
let data107 = data106[i11];
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
if(data107.name === undefined){
const err243 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(data107.name !== undefined){
let data108 = data107.name;
if(typeof data108 === "string"){
if(func2(data108) > 253){
const err244 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
if(func2(data108) < 1){
const err245 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
else {
const err246 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
else {
const err247 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
}
else {
const err248 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/imagePullSecrets",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data101.affinity !== undefined){
let data109 = data101.affinity;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(Object.keys(data109).length > 3){
const err249 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/affinity",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/affinity/maxProperties",keyword:"maxProperties",params:{limit: 3},message:"must NOT have more than 3 properties"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
else {
const err250 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/affinity",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/affinity/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data101.volumes !== undefined){
let data110 = data101.volumes;
if(Array.isArray(data110)){
if(data110.length > 8){
const err251 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
const len9 = data110.length;
for(let i12=0; i12<len9; i12++){
let data111 = data110[i12];
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.name === undefined){
const err252 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(data111.name !== undefined){
let data112 = data111.name;
if(typeof data112 === "string"){
if(func2(data112) > 63){
const err253 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(func2(data112) < 1){
const err254 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(!pattern19.test(data112)){
const err255 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
else {
const err256 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data111.emptyDir !== undefined){
let data113 = data111.emptyDir;
if(data113 && typeof data113 == "object" && !Array.isArray(data113)){
if(data113.medium !== undefined){
let data114 = data113.medium;
if(typeof data114 !== "string"){
const err257 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/medium",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/medium/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
if(!(data114 === "Memory")){
const err258 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/medium",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/medium/enum",keyword:"enum",params:{allowedValues: schema12.properties.backend.properties.kubernetes.properties.podTemplate.properties.spec.properties.volumes.items.properties.emptyDir.properties.medium.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data113.sizeLimit !== undefined){
let data115 = data113.sizeLimit;
const _errs249 = errors;
let valid58 = false;
const _errs250 = errors;
if(!(((typeof data115 == "number") && (!(data115 % 1) && !isNaN(data115))) && (isFinite(data115)))){
const err259 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
var _valid3 = _errs250 === errors;
valid58 = valid58 || _valid3;
if(!valid58){
const _errs252 = errors;
if(typeof data115 !== "string"){
const err260 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
var _valid3 = _errs252 === errors;
valid58 = valid58 || _valid3;
}
if(!valid58){
const err261 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
else {
errors = _errs249;
if(vErrors !== null){
if(_errs249){
vErrors.length = _errs249;
}
else {
vErrors = null;
}
}
}
if(typeof data115 === "string"){
if(func2(data115) > 32){
const err262 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if(!pattern17.test(data115)){
const err263 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
}
else {
const err264 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data111.persistentVolumeClaim !== undefined){
let data116 = data111.persistentVolumeClaim;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
if(data116.claimName === undefined){
const err265 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/required",keyword:"required",params:{missingProperty: "claimName"},message:"must have required property '"+"claimName"+"'"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if(data116.claimName !== undefined){
let data117 = data116.claimName;
if(typeof data117 === "string"){
if(func2(data117) > 253){
const err266 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/claimName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/claimName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(func2(data117) < 1){
const err267 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/claimName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/claimName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
else {
const err268 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/claimName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/claimName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
if(data116.readOnly !== undefined){
if(typeof data116.readOnly !== "boolean"){
const err269 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/readOnly",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/readOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
}
else {
const err270 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data111.configMap !== undefined){
let data119 = data111.configMap;
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.name === undefined){
const err271 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(data119.name !== undefined){
let data120 = data119.name;
if(typeof data120 === "string"){
if(func2(data120) > 253){
const err272 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(func2(data120) < 1){
const err273 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
else {
const err274 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
}
else {
const err275 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data111.secret !== undefined){
let data121 = data111.secret;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
if(data121.secretName === undefined){
const err276 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/required",keyword:"required",params:{missingProperty: "secretName"},message:"must have required property '"+"secretName"+"'"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
if(data121.secretName !== undefined){
let data122 = data121.secretName;
if(typeof data122 === "string"){
if(func2(data122) > 253){
const err277 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret/secretName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/properties/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(func2(data122) < 1){
const err278 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret/secretName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/properties/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
else {
const err279 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret/secretName",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/properties/secretName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
}
else {
const err280 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
}
else {
const err281 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes/" + i12,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
}
else {
const err282 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/volumes",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data101.containers !== undefined){
let data123 = data101.containers;
if(Array.isArray(data123)){
if(data123.length > 1){
const err283 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/maxItems",keyword:"maxItems",params:{limit: 1},message:"must NOT have more than 1 items"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
const len10 = data123.length;
for(let i13=0; i13<len10; i13++){
let data124 = data123[i13];
if(data124 && typeof data124 == "object" && !Array.isArray(data124)){
if(data124.name === undefined){
const err284 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
if(data124.name !== undefined){
let data125 = data124.name;
if(typeof data125 !== "string"){
const err285 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(!(data125 === "trainer")){
const err286 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/name/enum",keyword:"enum",params:{allowedValues: schema12.properties.backend.properties.kubernetes.properties.podTemplate.properties.spec.properties.containers.items.properties.name.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data124.env !== undefined){
let data126 = data124.env;
if(Array.isArray(data126)){
if(data126.length > 32){
const err287 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
const len11 = data126.length;
for(let i14=0; i14<len11; i14++){
let data127 = data126[i14];
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.name === undefined){
const err288 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
if(data127.name !== undefined){
let data128 = data127.name;
if(typeof data128 === "string"){
if(func2(data128) > 128){
const err289 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(func2(data128) < 1){
const err290 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(!pattern22.test(data128)){
const err291 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
else {
const err292 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
if(data127.value !== undefined){
let data129 = data127.value;
if(typeof data129 === "string"){
if(func2(data129) > 4096){
const err293 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/value",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
else {
const err294 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/value",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data127.valueFrom !== undefined){
let data130 = data127.valueFrom;
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
if(data130.secretKeyRef !== undefined){
let data131 = data130.secretKeyRef;
if(data131 && typeof data131 == "object" && !Array.isArray(data131)){
if(data131.name === undefined){
const err295 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data131.key === undefined){
const err296 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(data131.name !== undefined){
let data132 = data131.name;
if(typeof data132 === "string"){
if(func2(data132) > 253){
const err297 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(func2(data132) < 1){
const err298 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
else {
const err299 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data131.key !== undefined){
let data133 = data131.key;
if(typeof data133 === "string"){
if(func2(data133) > 253){
const err300 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
if(func2(data133) < 1){
const err301 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
else {
const err302 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data131.optional !== undefined){
if(typeof data131.optional !== "boolean"){
const err303 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/optional",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
}
else {
const err304 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
if(data130.configMapKeyRef !== undefined){
let data135 = data130.configMapKeyRef;
if(data135 && typeof data135 == "object" && !Array.isArray(data135)){
if(data135.name === undefined){
const err305 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
if(data135.key === undefined){
const err306 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(data135.name !== undefined){
let data136 = data135.name;
if(typeof data136 === "string"){
if(func2(data136) > 253){
const err307 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(func2(data136) < 1){
const err308 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
else {
const err309 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
if(data135.key !== undefined){
let data137 = data135.key;
if(typeof data137 === "string"){
if(func2(data137) > 253){
const err310 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(func2(data137) < 1){
const err311 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
}
else {
const err312 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/key",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
if(data135.optional !== undefined){
if(typeof data135.optional !== "boolean"){
const err313 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/optional",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
}
else {
const err314 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
else {
const err315 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
else {
const err316 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
}
else {
const err317 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
if(data124.volumeMounts !== undefined){
let data139 = data124.volumeMounts;
if(Array.isArray(data139)){
if(data139.length > 16){
const err318 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
const len12 = data139.length;
for(let i15=0; i15<len12; i15++){
let data140 = data139[i15];
if(data140 && typeof data140 == "object" && !Array.isArray(data140)){
if(data140.name === undefined){
const err319 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(data140.mountPath === undefined){
const err320 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/required",keyword:"required",params:{missingProperty: "mountPath"},message:"must have required property '"+"mountPath"+"'"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
if(data140.name !== undefined){
let data141 = data140.name;
if(typeof data141 === "string"){
if(func2(data141) > 63){
const err321 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
if(func2(data141) < 1){
const err322 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
else {
const err323 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/name",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
if(data140.mountPath !== undefined){
let data142 = data140.mountPath;
if(typeof data142 === "string"){
if(func2(data142) > 256){
const err324 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if(func2(data142) < 2){
const err325 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
if(!pattern23.test(data142)){
const err326 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$"},message:"must match pattern \""+"^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$"+"\""};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
else {
const err327 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
if(data140.subPath !== undefined){
let data143 = data140.subPath;
if(typeof data143 === "string"){
if(func2(data143) > 256){
const err328 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/subPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/subPath/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if(func2(data143) < 1){
const err329 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/subPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/subPath/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
else {
const err330 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/subPath",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/subPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
if(data140.readOnly !== undefined){
if(typeof data140.readOnly !== "boolean"){
const err331 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/readOnly",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/readOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
}
else {
const err332 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
}
else {
const err333 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
}
else {
const err334 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers/" + i13,schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
}
else {
const err335 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec/containers",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
else {
const err336 = {instancePath:instancePath+"/backend/kubernetes/podTemplate/spec",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
}
else {
const err337 = {instancePath:instancePath+"/backend/kubernetes/podTemplate",schemaPath:"#/properties/backend/properties/kubernetes/properties/podTemplate/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
}
else {
const err338 = {instancePath:instancePath+"/backend/kubernetes",schemaPath:"#/properties/backend/properties/kubernetes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
else {
const err339 = {instancePath:instancePath+"/backend",schemaPath:"#/properties/backend/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
let data145 = data.distributed;
if(data145 && typeof data145 == "object" && !Array.isArray(data145)){
if(data145.engine === undefined){
data145.engine = "None";
}
if(data145.workers === undefined){
data145.workers = 1;
}
let data146 = data145.engine;
if(typeof data146 !== "string"){
const err340 = {instancePath:instancePath+"/distributed/engine",schemaPath:"#/properties/distributed/properties/engine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(!(((data146 === "None") || (data146 === "Dask")) || (data146 === "Torchrun"))){
const err341 = {instancePath:instancePath+"/distributed/engine",schemaPath:"#/properties/distributed/properties/engine/enum",keyword:"enum",params:{allowedValues: schema12.properties.distributed.properties.engine.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
let data147 = data145.workers;
if(!(((typeof data147 == "number") && (!(data147 % 1) && !isNaN(data147))) && (isFinite(data147)))){
const err342 = {instancePath:instancePath+"/distributed/workers",schemaPath:"#/properties/distributed/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if((typeof data147 == "number") && (isFinite(data147))){
if(data147 > 32 || isNaN(data147)){
const err343 = {instancePath:instancePath+"/distributed/workers",schemaPath:"#/properties/distributed/properties/workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(data147 < 1 || isNaN(data147)){
const err344 = {instancePath:instancePath+"/distributed/workers",schemaPath:"#/properties/distributed/properties/workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
}
else {
const err345 = {instancePath:instancePath+"/distributed",schemaPath:"#/properties/distributed/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
let data148 = data.retryPolicy;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.maxAttempts === undefined){
data148.maxAttempts = 3;
}
if(data148.maxPreemptions === undefined){
data148.maxPreemptions = 10;
}
if(data148.backoff === undefined){
data148.backoff = "30s";
}
let data149 = data148.maxAttempts;
if(!(((typeof data149 == "number") && (!(data149 % 1) && !isNaN(data149))) && (isFinite(data149)))){
const err346 = {instancePath:instancePath+"/retryPolicy/maxAttempts",schemaPath:"#/properties/retryPolicy/properties/maxAttempts/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
if((typeof data149 == "number") && (isFinite(data149))){
if(data149 > 20 || isNaN(data149)){
const err347 = {instancePath:instancePath+"/retryPolicy/maxAttempts",schemaPath:"#/properties/retryPolicy/properties/maxAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
if(data149 < 1 || isNaN(data149)){
const err348 = {instancePath:instancePath+"/retryPolicy/maxAttempts",schemaPath:"#/properties/retryPolicy/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
let data150 = data148.maxPreemptions;
if(!(((typeof data150 == "number") && (!(data150 % 1) && !isNaN(data150))) && (isFinite(data150)))){
const err349 = {instancePath:instancePath+"/retryPolicy/maxPreemptions",schemaPath:"#/properties/retryPolicy/properties/maxPreemptions/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if((typeof data150 == "number") && (isFinite(data150))){
if(data150 > 1000 || isNaN(data150)){
const err350 = {instancePath:instancePath+"/retryPolicy/maxPreemptions",schemaPath:"#/properties/retryPolicy/properties/maxPreemptions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(data150 < 0 || isNaN(data150)){
const err351 = {instancePath:instancePath+"/retryPolicy/maxPreemptions",schemaPath:"#/properties/retryPolicy/properties/maxPreemptions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
let data151 = data148.backoff;
if(typeof data151 === "string"){
if(func2(data151) > 16){
const err352 = {instancePath:instancePath+"/retryPolicy/backoff",schemaPath:"#/properties/retryPolicy/properties/backoff/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
if(!pattern24.test(data151)){
const err353 = {instancePath:instancePath+"/retryPolicy/backoff",schemaPath:"#/properties/retryPolicy/properties/backoff/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
else {
const err354 = {instancePath:instancePath+"/retryPolicy/backoff",schemaPath:"#/properties/retryPolicy/properties/backoff/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
else {
const err355 = {instancePath:instancePath+"/retryPolicy",schemaPath:"#/properties/retryPolicy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
let data152 = data.checkpoint;
if(data152 && typeof data152 == "object" && !Array.isArray(data152)){
if(data152.enabled === undefined){
data152.enabled = true;
}
if(data152.every === undefined){
data152.every = "5m";
}
if(typeof data152.enabled !== "boolean"){
const err356 = {instancePath:instancePath+"/checkpoint/enabled",schemaPath:"#/properties/checkpoint/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
let data154 = data152.every;
if(typeof data154 === "string"){
if(func2(data154) > 16){
const err357 = {instancePath:instancePath+"/checkpoint/every",schemaPath:"#/properties/checkpoint/properties/every/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(!pattern24.test(data154)){
const err358 = {instancePath:instancePath+"/checkpoint/every",schemaPath:"#/properties/checkpoint/properties/every/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
else {
const err359 = {instancePath:instancePath+"/checkpoint/every",schemaPath:"#/properties/checkpoint/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
else {
const err360 = {instancePath:instancePath+"/checkpoint",schemaPath:"#/properties/checkpoint/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
if(data.activeDeadline !== undefined){
let data155 = data.activeDeadline;
if(typeof data155 === "string"){
if(func2(data155) > 16){
const err361 = {instancePath:instancePath+"/activeDeadline",schemaPath:"#/properties/activeDeadline/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
if(!pattern24.test(data155)){
const err362 = {instancePath:instancePath+"/activeDeadline",schemaPath:"#/properties/activeDeadline/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
else {
const err363 = {instancePath:instancePath+"/activeDeadline",schemaPath:"#/properties/activeDeadline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
if(typeof data.stop !== "boolean"){
const err364 = {instancePath:instancePath+"/stop",schemaPath:"#/properties/stop/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
if(typeof data.suspend !== "boolean"){
const err365 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
let data158 = data.ttlAfterFinished;
if(typeof data158 === "string"){
if(func2(data158) > 16){
const err366 = {instancePath:instancePath+"/ttlAfterFinished",schemaPath:"#/properties/ttlAfterFinished/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
if(!pattern27.test(data158)){
const err367 = {instancePath:instancePath+"/ttlAfterFinished",schemaPath:"#/properties/ttlAfterFinished/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h|d))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h|d))+$"+"\""};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
else {
const err368 = {instancePath:instancePath+"/ttlAfterFinished",schemaPath:"#/properties/ttlAfterFinished/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(data.output !== undefined){
let data159 = data.output;
if(data159 && typeof data159 == "object" && !Array.isArray(data159)){
if(data159.uri === undefined){
const err369 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
if(data159.uri !== undefined){
let data160 = data159.uri;
if(typeof data160 === "string"){
if(func2(data160) > 512){
const err370 = {instancePath:instancePath+"/output/uri",schemaPath:"#/properties/output/properties/uri/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(func2(data160) < 6){
const err371 = {instancePath:instancePath+"/output/uri",schemaPath:"#/properties/output/properties/uri/minLength",keyword:"minLength",params:{limit: 6},message:"must NOT have fewer than 6 characters"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(!pattern28.test(data160)){
const err372 = {instancePath:instancePath+"/output/uri",schemaPath:"#/properties/output/properties/uri/pattern",keyword:"pattern",params:{pattern: "^s3://.+"},message:"must match pattern \""+"^s3://.+"+"\""};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
else {
const err373 = {instancePath:instancePath+"/output/uri",schemaPath:"#/properties/output/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
}
else {
const err374 = {instancePath:instancePath+"/output",schemaPath:"#/properties/output/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
let data161 = data.mlflow;
if(data161 && typeof data161 == "object" && !Array.isArray(data161)){
if(data161.enabled === undefined){
data161.enabled = true;
}
if(typeof data161.enabled !== "boolean"){
const err375 = {instancePath:instancePath+"/mlflow/enabled",schemaPath:"#/properties/mlflow/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(data161.experiment !== undefined){
let data163 = data161.experiment;
if(typeof data163 === "string"){
if(func2(data163) > 256){
const err376 = {instancePath:instancePath+"/mlflow/experiment",schemaPath:"#/properties/mlflow/properties/experiment/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
if(func2(data163) < 1){
const err377 = {instancePath:instancePath+"/mlflow/experiment",schemaPath:"#/properties/mlflow/properties/experiment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
else {
const err378 = {instancePath:instancePath+"/mlflow/experiment",schemaPath:"#/properties/mlflow/properties/experiment/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
}
else {
const err379 = {instancePath:instancePath+"/mlflow",schemaPath:"#/properties/mlflow/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
let data164 = data.register;
if(data164 && typeof data164 == "object" && !Array.isArray(data164)){
if(data164.enabled === undefined){
data164.enabled = true;
}
if(data164.approvalRequired === undefined){
data164.approvalRequired = false;
}
if(typeof data164.enabled !== "boolean"){
const err380 = {instancePath:instancePath+"/register/enabled",schemaPath:"#/properties/register/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
if(typeof data164.approvalRequired !== "boolean"){
const err381 = {instancePath:instancePath+"/register/approvalRequired",schemaPath:"#/properties/register/properties/approvalRequired/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
if(data164.aliases !== undefined){
let data167 = data164.aliases;
if(Array.isArray(data167)){
if(data167.length > 8){
const err382 = {instancePath:instancePath+"/register/aliases",schemaPath:"#/properties/register/properties/aliases/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
const len13 = data167.length;
for(let i16=0; i16<len13; i16++){
let data168 = data167[i16];
if(typeof data168 === "string"){
if(func2(data168) > 63){
const err383 = {instancePath:instancePath+"/register/aliases/" + i16,schemaPath:"#/properties/register/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
if(func2(data168) < 1){
const err384 = {instancePath:instancePath+"/register/aliases/" + i16,schemaPath:"#/properties/register/properties/aliases/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(!pattern0.test(data168)){
const err385 = {instancePath:instancePath+"/register/aliases/" + i16,schemaPath:"#/properties/register/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
else {
const err386 = {instancePath:instancePath+"/register/aliases/" + i16,schemaPath:"#/properties/register/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
let i17 = data167.length;
let j3;
if(i17 > 1){
const indices3 = {};
for(;i17--;){
let item3 = data167[i17];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err387 = {instancePath:instancePath+"/register/aliases",schemaPath:"#/properties/register/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i17+" are identical)"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
break;
}
indices3[item3] = i17;
}
}
}
else {
const err388 = {instancePath:instancePath+"/register/aliases",schemaPath:"#/properties/register/properties/aliases/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
if(data164.labels !== undefined){
let data169 = data164.labels;
if(data169 && typeof data169 == "object" && !Array.isArray(data169)){
if(Object.keys(data169).length > 16){
const err389 = {instancePath:instancePath+"/register/labels",schemaPath:"#/properties/register/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
for(const key5 in data169){
let data170 = data169[key5];
if(typeof data170 === "string"){
if(func2(data170) > 63){
const err390 = {instancePath:instancePath+"/register/labels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/register/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
else {
const err391 = {instancePath:instancePath+"/register/labels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/register/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
}
else {
const err392 = {instancePath:instancePath+"/register/labels",schemaPath:"#/properties/register/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
}
}
else {
const err393 = {instancePath:instancePath+"/register",schemaPath:"#/properties/register/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
else {
const err394 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const validateExperimentSpec = validate12;
const schema13 = {"type":"object","required":["model","objective","template","candidates"],"properties":{"model":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":40},"objective":{"type":"object","required":["metric","direction"],"properties":{"metric":{"type":"string","minLength":1,"maxLength":64},"direction":{"type":"string","enum":["Maximize","Minimize"]},"goal":{"type":"number"}}},"template":{"type":"object","required":["task","data","metrics"],"properties":{"task":{"type":"string","enum":["BinaryClassification","MulticlassClassification","Regression"]},"data":{"type":"object","required":["source","target"],"properties":{"source":{"type":"object","required":["uri"],"properties":{"uri":{"type":"string","pattern":"^(s3|https?|pvc|configmap)://.+","minLength":5,"maxLength":1024},"sha256":{"type":"string","pattern":"^[a-f0-9]{64}$","maxLength":64},"versionId":{"type":"string","minLength":1,"maxLength":1024},"region":{"type":"string","pattern":"^[a-z0-9-]+$","minLength":1,"maxLength":64},"requesterPays":{"type":"boolean"},"secretRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}}}},"format":{"type":"string","enum":["Auto","CSV","Parquet","JSONLines"],"default":"Auto"},"target":{"type":"string","minLength":1,"maxLength":128},"drop":{"type":"array","maxItems":256,"items":{"type":"string","minLength":1,"maxLength":128},"uniqueItems":true},"sensitive":{"type":"array","maxItems":8,"items":{"type":"string","minLength":1,"maxLength":128},"uniqueItems":true},"time":{"type":"string","minLength":1,"maxLength":128},"group":{"type":"string","minLength":1,"maxLength":128},"rules":{"type":"array","maxItems":64,"items":{"type":"object","properties":{"column":{"type":"string","minLength":1,"maxLength":128},"type":{"type":"string","enum":["Number","Integer","String","Boolean"]},"min":{"type":"number"},"max":{"type":"number"},"maxNullRatio":{"type":"number","minimum":0,"maximum":1},"nullable":{"type":"boolean","default":true},"unique":{"type":"boolean","default":false},"allowed":{"type":"array","minItems":1,"maxItems":256,"items":{"maxLength":256,"anyOf":[{"type":"integer"},{"type":"string"}]}},"rowCount":{"type":"object","properties":{"min":{"type":"integer","minimum":0},"max":{"type":"integer","minimum":0}}}}}},"split":{"type":"object","default":{},"properties":{"strategy":{"type":"string","enum":["Stratified","Random","Group","Time"],"default":"Stratified"},"testFraction":{"type":"number","default":0.2,"minimum":0.05,"maximum":0.5},"seed":{"type":"integer","default":7,"minimum":0,"maximum":2147483647}}}}},"features":{"type":"object","default":{},"properties":{"numeric":{"type":"object","default":{},"properties":{"impute":{"type":"string","enum":["Median","Mean"],"default":"Median"},"scale":{"type":"string","enum":["Auto","Standard","MinMax","Robust","None"],"default":"Auto"}}},"categorical":{"type":"object","default":{},"properties":{"impute":{"type":"string","enum":["MostFrequent","Constant"],"default":"MostFrequent"},"encode":{"type":"string","enum":["OneHot","Ordinal"],"default":"OneHot"},"maxCategories":{"type":"integer","default":30,"minimum":2,"maximum":1000}}},"reuse":{"type":"boolean","default":false},"select":{"type":"object","properties":{"test":{"type":"string","enum":["Auto","Parametric","Rank"],"default":"Auto"},"alpha":{"type":"number","default":0.05,"minimum":0.000001,"maximum":1},"max":{"type":"integer","default":512,"minimum":1,"maximum":512}}}}},"crossValidation":{"type":"object","default":{},"properties":{"folds":{"type":"integer","default":5,"minimum":2,"maximum":20},"repeats":{"type":"integer","default":1,"minimum":1,"maximum":20},"seed":{"type":"integer","default":7,"minimum":0,"maximum":2147483647}}},"metrics":{"type":"object","required":["primary"],"properties":{"primary":{"type":"string","minLength":1,"maxLength":64},"others":{"type":"array","maxItems":16,"items":{"type":"string","minLength":1,"maxLength":64},"uniqueItems":true},"custom":{"type":"array","maxItems":8,"items":{"type":"object","required":["name","expression","direction"],"properties":{"name":{"type":"string","pattern":"^[a-z][a-z0-9_]*$","minLength":1,"maxLength":64},"expression":{"type":"string","pattern":"^[A-Za-z0-9_+*/(),. -]+$","minLength":1,"maxLength":256},"direction":{"type":"string","enum":["Maximize","Minimize"]}}}}}},"gates":{"type":"array","maxItems":32,"items":{"type":"object","required":["metric"],"properties":{"metric":{"type":"string","minLength":1,"maxLength":64},"split":{"type":"string","enum":["Train","CV","Test"],"default":"Test"},"min":{"type":"number"},"max":{"type":"number"}}}},"explain":{"type":"object","default":{},"properties":{"method":{"type":"string","enum":["Permutation","SHAP"],"default":"Permutation"},"maxRows":{"type":"integer","default":500,"minimum":10,"maximum":5000}}},"backend":{"type":"object","default":{},"properties":{"type":{"type":"string","enum":["Kubernetes"],"default":"Kubernetes"},"kubernetes":{"type":"object","default":{},"properties":{"resources":{"type":"object","default":{"requests":{"cpu":"500m","memory":"512Mi"},"limits":{"memory":"2Gi"}},"properties":{"requests":{"type":"object","maxProperties":8,"additionalProperties":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}},"limits":{"type":"object","maxProperties":8,"additionalProperties":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}}}},"nodeSelector":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":63}},"tolerations":{"type":"array","maxItems":16,"items":{"type":"object","properties":{"key":{"type":"string","maxLength":316},"operator":{"type":"string","enum":["Exists","Equal"]},"value":{"type":"string","maxLength":63},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"]},"tolerationSeconds":{"type":"integer"}}}},"spot":{"type":"boolean","default":false},"queueName":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"podTemplate":{"type":"object","properties":{"metadata":{"type":"object","properties":{"labels":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":63}},"annotations":{"type":"object","maxProperties":16,"additionalProperties":{"type":"string","maxLength":1024}}}},"spec":{"type":"object","properties":{"serviceAccountName":{"type":"string","minLength":1,"maxLength":253},"priorityClassName":{"type":"string","minLength":1,"maxLength":253},"runtimeClassName":{"type":"string","minLength":1,"maxLength":253},"schedulerName":{"type":"string","minLength":1,"maxLength":253},"imagePullSecrets":{"type":"array","maxItems":8,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}}},"affinity":{"type":"object","maxProperties":3},"volumes":{"type":"array","maxItems":8,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"emptyDir":{"type":"object","properties":{"medium":{"type":"string","enum":["Memory"]},"sizeLimit":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}}},"persistentVolumeClaim":{"type":"object","required":["claimName"],"properties":{"claimName":{"type":"string","minLength":1,"maxLength":253},"readOnly":{"type":"boolean"}}},"configMap":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"secret":{"type":"object","required":["secretName"],"properties":{"secretName":{"type":"string","minLength":1,"maxLength":253}}}}}},"containers":{"type":"array","maxItems":1,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["trainer"]},"env":{"type":"array","maxItems":32,"items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","minLength":1,"maxLength":128},"value":{"type":"string","maxLength":4096},"valueFrom":{"type":"object","properties":{"secretKeyRef":{"type":"object","required":["name","key"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253},"key":{"type":"string","minLength":1,"maxLength":253},"optional":{"type":"boolean"}}},"configMapKeyRef":{"type":"object","required":["name","key"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253},"key":{"type":"string","minLength":1,"maxLength":253},"optional":{"type":"boolean"}}}}}}}},"volumeMounts":{"type":"array","maxItems":16,"items":{"type":"object","required":["name","mountPath"],"properties":{"name":{"type":"string","minLength":1,"maxLength":63},"mountPath":{"type":"string","pattern":"^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$","minLength":2,"maxLength":256},"subPath":{"type":"string","minLength":1,"maxLength":256},"readOnly":{"type":"boolean"}}}}}}}}}}}}}}},"distributed":{"type":"object","default":{"engine":"None","workers":1},"properties":{"engine":{"type":"string","enum":["None","Dask","Torchrun"],"default":"None"},"workers":{"type":"integer","default":1,"minimum":1,"maximum":32}}},"retryPolicy":{"type":"object","default":{},"properties":{"maxAttempts":{"type":"integer","default":3,"minimum":1,"maximum":20},"maxPreemptions":{"type":"integer","default":10,"minimum":0,"maximum":1000},"backoff":{"type":"string","default":"30s","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"checkpoint":{"type":"object","default":{},"properties":{"enabled":{"type":"boolean","default":true},"every":{"type":"string","default":"5m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"activeDeadline":{"type":"string","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"ttlAfterFinished":{"type":"string","default":"24h","pattern":"^([0-9]+(ms|s|m|h|d))+$","maxLength":16},"output":{"type":"object","required":["uri"],"properties":{"uri":{"type":"string","pattern":"^s3://.+","minLength":6,"maxLength":512}}},"mlflow":{"type":"object","default":{},"properties":{"enabled":{"type":"boolean","default":true},"experiment":{"type":"string","minLength":1,"maxLength":256}}}}},"candidates":{"type":"array","minItems":1,"maxItems":16,"items":{"type":"object","required":["name","algorithm"],"properties":{"name":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":24},"algorithm":{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["xgboost","randomForest","extraTrees","gradientBoosting","logistic","ridge","elasticNet","knn","svm","mlp","custom"]},"image":{"type":"string","pattern":"^[A-Za-z0-9][-A-Za-z0-9._:/@]*$","minLength":1,"maxLength":512},"parameters":{"type":"object","maxProperties":64}}},"search":{"type":"object","required":["space"],"properties":{"sampler":{"type":"string","enum":["TPE","Random","Grid"],"default":"TPE"},"maxTrials":{"type":"integer","default":10,"minimum":1,"maximum":1000},"space":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","minLength":1,"maxLength":64},"type":{"type":"string","enum":["Int","Float","Categorical"]},"min":{"type":"number","minimum":-1000000000,"maximum":1000000000},"max":{"type":"number","minimum":-1000000000,"maximum":1000000000},"step":{"type":"number"},"scale":{"type":"string","enum":["Linear","Log"],"default":"Linear"},"values":{"type":"array","minItems":1,"maxItems":64,"items":{}},"when":{"type":"object","required":["parameter","values"],"properties":{"parameter":{"type":"string","minLength":1,"maxLength":64},"values":{"type":"array","minItems":1,"maxItems":64,"items":{}}}}}}}}}}}},"maxTrials":{"type":"integer","minimum":1,"maximum":1000},"seed":{"type":"integer","default":1,"minimum":0,"maximum":4294967295},"parallelism":{"type":"integer","default":2,"minimum":1,"maximum":64},"maxFailedTrials":{"type":"integer","default":3,"minimum":1,"maximum":1000},"earlyStopping":{"type":"object","default":{},"properties":{"type":{"type":"string","enum":["None","Median","ASHA"],"default":"None"},"minSteps":{"type":"integer","default":1,"minimum":1,"maximum":400},"minTrials":{"type":"integer","default":5,"minimum":1,"maximum":1000},"reductionFactor":{"type":"integer","default":3,"minimum":2,"maximum":10}}},"studies":{"type":"object","default":{},"properties":{"featureGroups":{"type":"array","default":[],"maxItems":16,"items":{"type":"object","required":["name","columns"],"properties":{"name":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":16},"columns":{"type":"array","minItems":1,"maxItems":256,"items":{"type":"string","minLength":1,"maxLength":256},"uniqueItems":true}}}},"sensitivity":{"type":"boolean","default":false}}},"budget":{"type":"object","properties":{"maxDuration":{"type":"string","pattern":"^([0-9]+(ms|s|m|h|d))+$","maxLength":16},"maxBillableSeconds":{"type":"integer","minimum":1}}},"comparison":{"type":"object","default":{},"properties":{"test":{"type":"string","enum":["CorrectedResampledT"],"default":"CorrectedResampledT"},"alpha":{"type":"number","default":0.05,"minimum":0.0001,"maximum":0.5},"rope":{"type":"number","default":0.01,"minimum":0},"tieBreakers":{"type":"array","default":[],"maxItems":4,"items":{"type":"string","enum":["LatencyP99","ModelSize","Fairness","Explainability"]},"uniqueItems":true}}},"winner":{"type":"object","default":{},"properties":{"register":{"type":"string","enum":["IfGatesPass","Never"],"default":"IfGatesPass"},"approvalRequired":{"type":"boolean","default":false},"aliases":{"type":"array","maxItems":8,"items":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"uniqueItems":true},"requireSignificance":{"type":"boolean","default":false}}},"suspend":{"type":"boolean","default":false}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.seed === undefined){
data.seed = 1;
}
if(data.parallelism === undefined){
data.parallelism = 2;
}
if(data.maxFailedTrials === undefined){
data.maxFailedTrials = 3;
}
if(data.earlyStopping === undefined){
data.earlyStopping = {};
}
if(data.studies === undefined){
data.studies = {};
}
if(data.comparison === undefined){
data.comparison = {};
}
if(data.winner === undefined){
data.winner = {};
}
if(data.suspend === undefined){
data.suspend = false;
}
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.objective === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "objective"},message:"must have required property '"+"objective"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.template === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "template"},message:"must have required property '"+"template"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.candidates === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "candidates"},message:"must have required property '"+"candidates"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.model !== undefined){
let data0 = data.model;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err4 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data0)){
const err6 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.objective !== undefined){
let data1 = data.objective;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.metric === undefined){
const err8 = {instancePath:instancePath+"/objective",schemaPath:"#/properties/objective/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data1.direction === undefined){
const err9 = {instancePath:instancePath+"/objective",schemaPath:"#/properties/objective/required",keyword:"required",params:{missingProperty: "direction"},message:"must have required property '"+"direction"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1.metric !== undefined){
let data2 = data1.metric;
if(typeof data2 === "string"){
if(func2(data2) > 64){
const err10 = {instancePath:instancePath+"/objective/metric",schemaPath:"#/properties/objective/properties/metric/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func2(data2) < 1){
const err11 = {instancePath:instancePath+"/objective/metric",schemaPath:"#/properties/objective/properties/metric/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/objective/metric",schemaPath:"#/properties/objective/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data1.direction !== undefined){
let data3 = data1.direction;
if(typeof data3 !== "string"){
const err13 = {instancePath:instancePath+"/objective/direction",schemaPath:"#/properties/objective/properties/direction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((data3 === "Maximize") || (data3 === "Minimize"))){
const err14 = {instancePath:instancePath+"/objective/direction",schemaPath:"#/properties/objective/properties/direction/enum",keyword:"enum",params:{allowedValues: schema13.properties.objective.properties.direction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data1.goal !== undefined){
let data4 = data1.goal;
if(!((typeof data4 == "number") && (isFinite(data4)))){
const err15 = {instancePath:instancePath+"/objective/goal",schemaPath:"#/properties/objective/properties/goal/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/objective",schemaPath:"#/properties/objective/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.template !== undefined){
let data5 = data.template;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.features === undefined){
data5.features = {};
}
if(data5.crossValidation === undefined){
data5.crossValidation = {};
}
if(data5.explain === undefined){
data5.explain = {};
}
if(data5.backend === undefined){
data5.backend = {};
}
if(data5.distributed === undefined){
data5.distributed = {"engine":"None","workers":1};
}
if(data5.retryPolicy === undefined){
data5.retryPolicy = {};
}
if(data5.checkpoint === undefined){
data5.checkpoint = {};
}
if(data5.ttlAfterFinished === undefined){
data5.ttlAfterFinished = "24h";
}
if(data5.mlflow === undefined){
data5.mlflow = {};
}
if(data5.task === undefined){
const err17 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/required",keyword:"required",params:{missingProperty: "task"},message:"must have required property '"+"task"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data5.data === undefined){
const err18 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/required",keyword:"required",params:{missingProperty: "data"},message:"must have required property '"+"data"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data5.metrics === undefined){
const err19 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data5.task !== undefined){
let data6 = data5.task;
if(typeof data6 !== "string"){
const err20 = {instancePath:instancePath+"/template/task",schemaPath:"#/properties/template/properties/task/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((data6 === "BinaryClassification") || (data6 === "MulticlassClassification")) || (data6 === "Regression"))){
const err21 = {instancePath:instancePath+"/template/task",schemaPath:"#/properties/template/properties/task/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.task.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data5.data !== undefined){
let data7 = data5.data;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.format === undefined){
data7.format = "Auto";
}
if(data7.split === undefined){
data7.split = {};
}
if(data7.source === undefined){
const err22 = {instancePath:instancePath+"/template/data",schemaPath:"#/properties/template/properties/data/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data7.target === undefined){
const err23 = {instancePath:instancePath+"/template/data",schemaPath:"#/properties/template/properties/data/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data7.source !== undefined){
let data8 = data7.source;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.uri === undefined){
const err24 = {instancePath:instancePath+"/template/data/source",schemaPath:"#/properties/template/properties/data/properties/source/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data8.uri !== undefined){
let data9 = data8.uri;
if(typeof data9 === "string"){
if(func2(data9) > 1024){
const err25 = {instancePath:instancePath+"/template/data/source/uri",schemaPath:"#/properties/template/properties/data/properties/source/properties/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(func2(data9) < 5){
const err26 = {instancePath:instancePath+"/template/data/source/uri",schemaPath:"#/properties/template/properties/data/properties/source/properties/uri/minLength",keyword:"minLength",params:{limit: 5},message:"must NOT have fewer than 5 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern11.test(data9)){
const err27 = {instancePath:instancePath+"/template/data/source/uri",schemaPath:"#/properties/template/properties/data/properties/source/properties/uri/pattern",keyword:"pattern",params:{pattern: "^(s3|https?|pvc|configmap)://.+"},message:"must match pattern \""+"^(s3|https?|pvc|configmap)://.+"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/template/data/source/uri",schemaPath:"#/properties/template/properties/data/properties/source/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data8.sha256 !== undefined){
let data10 = data8.sha256;
if(typeof data10 === "string"){
if(func2(data10) > 64){
const err29 = {instancePath:instancePath+"/template/data/source/sha256",schemaPath:"#/properties/template/properties/data/properties/source/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern2.test(data10)){
const err30 = {instancePath:instancePath+"/template/data/source/sha256",schemaPath:"#/properties/template/properties/data/properties/source/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/template/data/source/sha256",schemaPath:"#/properties/template/properties/data/properties/source/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data8.versionId !== undefined){
let data11 = data8.versionId;
if(typeof data11 === "string"){
if(func2(data11) > 1024){
const err32 = {instancePath:instancePath+"/template/data/source/versionId",schemaPath:"#/properties/template/properties/data/properties/source/properties/versionId/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func2(data11) < 1){
const err33 = {instancePath:instancePath+"/template/data/source/versionId",schemaPath:"#/properties/template/properties/data/properties/source/properties/versionId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/template/data/source/versionId",schemaPath:"#/properties/template/properties/data/properties/source/properties/versionId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data8.region !== undefined){
let data12 = data8.region;
if(typeof data12 === "string"){
if(func2(data12) > 64){
const err35 = {instancePath:instancePath+"/template/data/source/region",schemaPath:"#/properties/template/properties/data/properties/source/properties/region/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func2(data12) < 1){
const err36 = {instancePath:instancePath+"/template/data/source/region",schemaPath:"#/properties/template/properties/data/properties/source/properties/region/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!pattern13.test(data12)){
const err37 = {instancePath:instancePath+"/template/data/source/region",schemaPath:"#/properties/template/properties/data/properties/source/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"},message:"must match pattern \""+"^[a-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/template/data/source/region",schemaPath:"#/properties/template/properties/data/properties/source/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data8.requesterPays !== undefined){
if(typeof data8.requesterPays !== "boolean"){
const err39 = {instancePath:instancePath+"/template/data/source/requesterPays",schemaPath:"#/properties/template/properties/data/properties/source/properties/requesterPays/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data8.secretRef !== undefined){
let data14 = data8.secretRef;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.name === undefined){
const err40 = {instancePath:instancePath+"/template/data/source/secretRef",schemaPath:"#/properties/template/properties/data/properties/source/properties/secretRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data14.name !== undefined){
let data15 = data14.name;
if(typeof data15 === "string"){
if(func2(data15) > 253){
const err41 = {instancePath:instancePath+"/template/data/source/secretRef/name",schemaPath:"#/properties/template/properties/data/properties/source/properties/secretRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func2(data15) < 1){
const err42 = {instancePath:instancePath+"/template/data/source/secretRef/name",schemaPath:"#/properties/template/properties/data/properties/source/properties/secretRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/template/data/source/secretRef/name",schemaPath:"#/properties/template/properties/data/properties/source/properties/secretRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/template/data/source/secretRef",schemaPath:"#/properties/template/properties/data/properties/source/properties/secretRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/template/data/source",schemaPath:"#/properties/template/properties/data/properties/source/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
let data16 = data7.format;
if(typeof data16 !== "string"){
const err46 = {instancePath:instancePath+"/template/data/format",schemaPath:"#/properties/template/properties/data/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!((((data16 === "Auto") || (data16 === "CSV")) || (data16 === "Parquet")) || (data16 === "JSONLines"))){
const err47 = {instancePath:instancePath+"/template/data/format",schemaPath:"#/properties/template/properties/data/properties/format/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.data.properties.format.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data7.target !== undefined){
let data17 = data7.target;
if(typeof data17 === "string"){
if(func2(data17) > 128){
const err48 = {instancePath:instancePath+"/template/data/target",schemaPath:"#/properties/template/properties/data/properties/target/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(func2(data17) < 1){
const err49 = {instancePath:instancePath+"/template/data/target",schemaPath:"#/properties/template/properties/data/properties/target/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/template/data/target",schemaPath:"#/properties/template/properties/data/properties/target/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data7.drop !== undefined){
let data18 = data7.drop;
if(Array.isArray(data18)){
if(data18.length > 256){
const err51 = {instancePath:instancePath+"/template/data/drop",schemaPath:"#/properties/template/properties/data/properties/drop/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if(typeof data19 === "string"){
if(func2(data19) > 128){
const err52 = {instancePath:instancePath+"/template/data/drop/" + i0,schemaPath:"#/properties/template/properties/data/properties/drop/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(func2(data19) < 1){
const err53 = {instancePath:instancePath+"/template/data/drop/" + i0,schemaPath:"#/properties/template/properties/data/properties/drop/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/template/data/drop/" + i0,schemaPath:"#/properties/template/properties/data/properties/drop/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
let i1 = data18.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data18[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err55 = {instancePath:instancePath+"/template/data/drop",schemaPath:"#/properties/template/properties/data/properties/drop/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err56 = {instancePath:instancePath+"/template/data/drop",schemaPath:"#/properties/template/properties/data/properties/drop/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data7.sensitive !== undefined){
let data20 = data7.sensitive;
if(Array.isArray(data20)){
if(data20.length > 8){
const err57 = {instancePath:instancePath+"/template/data/sensitive",schemaPath:"#/properties/template/properties/data/properties/sensitive/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len1 = data20.length;
for(let i2=0; i2<len1; i2++){
let data21 = data20[i2];
if(typeof data21 === "string"){
if(func2(data21) > 128){
const err58 = {instancePath:instancePath+"/template/data/sensitive/" + i2,schemaPath:"#/properties/template/properties/data/properties/sensitive/items/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(func2(data21) < 1){
const err59 = {instancePath:instancePath+"/template/data/sensitive/" + i2,schemaPath:"#/properties/template/properties/data/properties/sensitive/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/template/data/sensitive/" + i2,schemaPath:"#/properties/template/properties/data/properties/sensitive/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
let i3 = data20.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data20[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err61 = {instancePath:instancePath+"/template/data/sensitive",schemaPath:"#/properties/template/properties/data/properties/sensitive/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err62 = {instancePath:instancePath+"/template/data/sensitive",schemaPath:"#/properties/template/properties/data/properties/sensitive/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data7.time !== undefined){
let data22 = data7.time;
if(typeof data22 === "string"){
if(func2(data22) > 128){
const err63 = {instancePath:instancePath+"/template/data/time",schemaPath:"#/properties/template/properties/data/properties/time/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(func2(data22) < 1){
const err64 = {instancePath:instancePath+"/template/data/time",schemaPath:"#/properties/template/properties/data/properties/time/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/template/data/time",schemaPath:"#/properties/template/properties/data/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data7.group !== undefined){
let data23 = data7.group;
if(typeof data23 === "string"){
if(func2(data23) > 128){
const err66 = {instancePath:instancePath+"/template/data/group",schemaPath:"#/properties/template/properties/data/properties/group/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(func2(data23) < 1){
const err67 = {instancePath:instancePath+"/template/data/group",schemaPath:"#/properties/template/properties/data/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/template/data/group",schemaPath:"#/properties/template/properties/data/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data7.rules !== undefined){
let data24 = data7.rules;
if(Array.isArray(data24)){
if(data24.length > 64){
const err69 = {instancePath:instancePath+"/template/data/rules",schemaPath:"#/properties/template/properties/data/properties/rules/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const len2 = data24.length;
for(let i4=0; i4<len2; i4++){
let data25 = data24[i4];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.nullable === undefined){
data25.nullable = true;
}
if(data25.unique === undefined){
data25.unique = false;
}
if(data25.column !== undefined){
let data26 = data25.column;
if(typeof data26 === "string"){
if(func2(data26) > 128){
const err70 = {instancePath:instancePath+"/template/data/rules/" + i4+"/column",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/column/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(func2(data26) < 1){
const err71 = {instancePath:instancePath+"/template/data/rules/" + i4+"/column",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/template/data/rules/" + i4+"/column",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data25.type !== undefined){
let data27 = data25.type;
if(typeof data27 !== "string"){
const err73 = {instancePath:instancePath+"/template/data/rules/" + i4+"/type",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!((((data27 === "Number") || (data27 === "Integer")) || (data27 === "String")) || (data27 === "Boolean"))){
const err74 = {instancePath:instancePath+"/template/data/rules/" + i4+"/type",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.data.properties.rules.items.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data25.min !== undefined){
let data28 = data25.min;
if(!((typeof data28 == "number") && (isFinite(data28)))){
const err75 = {instancePath:instancePath+"/template/data/rules/" + i4+"/min",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data25.max !== undefined){
let data29 = data25.max;
if(!((typeof data29 == "number") && (isFinite(data29)))){
const err76 = {instancePath:instancePath+"/template/data/rules/" + i4+"/max",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data25.maxNullRatio !== undefined){
let data30 = data25.maxNullRatio;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 1 || isNaN(data30)){
const err77 = {instancePath:instancePath+"/template/data/rules/" + i4+"/maxNullRatio",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/maxNullRatio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data30 < 0 || isNaN(data30)){
const err78 = {instancePath:instancePath+"/template/data/rules/" + i4+"/maxNullRatio",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/maxNullRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/template/data/rules/" + i4+"/maxNullRatio",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/maxNullRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(typeof data25.nullable !== "boolean"){
const err80 = {instancePath:instancePath+"/template/data/rules/" + i4+"/nullable",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/nullable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(typeof data25.unique !== "boolean"){
const err81 = {instancePath:instancePath+"/template/data/rules/" + i4+"/unique",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/unique/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data25.allowed !== undefined){
let data33 = data25.allowed;
if(Array.isArray(data33)){
if(data33.length > 256){
const err82 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data33.length < 1){
const err83 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
const len3 = data33.length;
for(let i5=0; i5<len3; i5++){
let data34 = data33[i5];
const _errs70 = errors;
let valid17 = false;
const _errs71 = errors;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err84 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/items/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
var _valid0 = _errs71 === errors;
valid17 = valid17 || _valid0;
if(!valid17){
const _errs73 = errors;
if(typeof data34 !== "string"){
const err85 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/items/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
var _valid0 = _errs73 === errors;
valid17 = valid17 || _valid0;
}
if(!valid17){
const err86 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
else {
errors = _errs70;
if(vErrors !== null){
if(_errs70){
vErrors.length = _errs70;
}
else {
vErrors = null;
}
}
}
if(typeof data34 === "string"){
if(func2(data34) > 256){
const err87 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed/" + i5,schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
}
else {
const err88 = {instancePath:instancePath+"/template/data/rules/" + i4+"/allowed",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/allowed/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data25.rowCount !== undefined){
let data35 = data25.rowCount;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.min !== undefined){
let data36 = data35.min;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err89 = {instancePath:instancePath+"/template/data/rules/" + i4+"/rowCount/min",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/rowCount/properties/min/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
const err90 = {instancePath:instancePath+"/template/data/rules/" + i4+"/rowCount/min",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/rowCount/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
if(data35.max !== undefined){
let data37 = data35.max;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err91 = {instancePath:instancePath+"/template/data/rules/" + i4+"/rowCount/max",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/rowCount/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 0 || isNaN(data37)){
const err92 = {instancePath:instancePath+"/template/data/rules/" + i4+"/rowCount/max",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/rowCount/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
}
else {
const err93 = {instancePath:instancePath+"/template/data/rules/" + i4+"/rowCount",schemaPath:"#/properties/template/properties/data/properties/rules/items/properties/rowCount/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
else {
const err94 = {instancePath:instancePath+"/template/data/rules/" + i4,schemaPath:"#/properties/template/properties/data/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
else {
const err95 = {instancePath:instancePath+"/template/data/rules",schemaPath:"#/properties/template/properties/data/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
let data38 = data7.split;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.strategy === undefined){
data38.strategy = "Stratified";
}
if(data38.testFraction === undefined){
data38.testFraction = 0.2;
}
if(data38.seed === undefined){
data38.seed = 7;
}
let data39 = data38.strategy;
if(typeof data39 !== "string"){
const err96 = {instancePath:instancePath+"/template/data/split/strategy",schemaPath:"#/properties/template/properties/data/properties/split/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!((((data39 === "Stratified") || (data39 === "Random")) || (data39 === "Group")) || (data39 === "Time"))){
const err97 = {instancePath:instancePath+"/template/data/split/strategy",schemaPath:"#/properties/template/properties/data/properties/split/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.data.properties.split.properties.strategy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
let data40 = data38.testFraction;
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 0.5 || isNaN(data40)){
const err98 = {instancePath:instancePath+"/template/data/split/testFraction",schemaPath:"#/properties/template/properties/data/properties/split/properties/testFraction/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.5},message:"must be <= 0.5"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data40 < 0.05 || isNaN(data40)){
const err99 = {instancePath:instancePath+"/template/data/split/testFraction",schemaPath:"#/properties/template/properties/data/properties/split/properties/testFraction/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05},message:"must be >= 0.05"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/template/data/split/testFraction",schemaPath:"#/properties/template/properties/data/properties/split/properties/testFraction/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
let data41 = data38.seed;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err101 = {instancePath:instancePath+"/template/data/split/seed",schemaPath:"#/properties/template/properties/data/properties/split/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 2147483647 || isNaN(data41)){
const err102 = {instancePath:instancePath+"/template/data/split/seed",schemaPath:"#/properties/template/properties/data/properties/split/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err103 = {instancePath:instancePath+"/template/data/split/seed",schemaPath:"#/properties/template/properties/data/properties/split/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/template/data/split",schemaPath:"#/properties/template/properties/data/properties/split/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/template/data",schemaPath:"#/properties/template/properties/data/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
let data42 = data5.features;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.numeric === undefined){
data42.numeric = {};
}
if(data42.categorical === undefined){
data42.categorical = {};
}
if(data42.reuse === undefined){
data42.reuse = false;
}
let data43 = data42.numeric;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.impute === undefined){
data43.impute = "Median";
}
if(data43.scale === undefined){
data43.scale = "Auto";
}
let data44 = data43.impute;
if(typeof data44 !== "string"){
const err106 = {instancePath:instancePath+"/template/features/numeric/impute",schemaPath:"#/properties/template/properties/features/properties/numeric/properties/impute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!((data44 === "Median") || (data44 === "Mean"))){
const err107 = {instancePath:instancePath+"/template/features/numeric/impute",schemaPath:"#/properties/template/properties/features/properties/numeric/properties/impute/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.features.properties.numeric.properties.impute.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
let data45 = data43.scale;
if(typeof data45 !== "string"){
const err108 = {instancePath:instancePath+"/template/features/numeric/scale",schemaPath:"#/properties/template/properties/features/properties/numeric/properties/scale/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(!(((((data45 === "Auto") || (data45 === "Standard")) || (data45 === "MinMax")) || (data45 === "Robust")) || (data45 === "None"))){
const err109 = {instancePath:instancePath+"/template/features/numeric/scale",schemaPath:"#/properties/template/properties/features/properties/numeric/properties/scale/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.features.properties.numeric.properties.scale.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/template/features/numeric",schemaPath:"#/properties/template/properties/features/properties/numeric/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
let data46 = data42.categorical;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.impute === undefined){
data46.impute = "MostFrequent";
}
if(data46.encode === undefined){
data46.encode = "OneHot";
}
if(data46.maxCategories === undefined){
data46.maxCategories = 30;
}
let data47 = data46.impute;
if(typeof data47 !== "string"){
const err111 = {instancePath:instancePath+"/template/features/categorical/impute",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/impute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(!((data47 === "MostFrequent") || (data47 === "Constant"))){
const err112 = {instancePath:instancePath+"/template/features/categorical/impute",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/impute/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.features.properties.categorical.properties.impute.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
let data48 = data46.encode;
if(typeof data48 !== "string"){
const err113 = {instancePath:instancePath+"/template/features/categorical/encode",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/encode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(!((data48 === "OneHot") || (data48 === "Ordinal"))){
const err114 = {instancePath:instancePath+"/template/features/categorical/encode",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/encode/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.features.properties.categorical.properties.encode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
let data49 = data46.maxCategories;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err115 = {instancePath:instancePath+"/template/features/categorical/maxCategories",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/maxCategories/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 1000 || isNaN(data49)){
const err116 = {instancePath:instancePath+"/template/features/categorical/maxCategories",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/maxCategories/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(data49 < 2 || isNaN(data49)){
const err117 = {instancePath:instancePath+"/template/features/categorical/maxCategories",schemaPath:"#/properties/template/properties/features/properties/categorical/properties/maxCategories/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
else {
const err118 = {instancePath:instancePath+"/template/features/categorical",schemaPath:"#/properties/template/properties/features/properties/categorical/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(typeof data42.reuse !== "boolean"){
const err119 = {instancePath:instancePath+"/template/features/reuse",schemaPath:"#/properties/template/properties/features/properties/reuse/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data42.select !== undefined){
let data51 = data42.select;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.test === undefined){
data51.test = "Auto";
}
if(data51.alpha === undefined){
data51.alpha = 0.05;
}
if(data51.max === undefined){
data51.max = 512;
}
let data52 = data51.test;
if(typeof data52 !== "string"){
const err120 = {instancePath:instancePath+"/template/features/select/test",schemaPath:"#/properties/template/properties/features/properties/select/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!(((data52 === "Auto") || (data52 === "Parametric")) || (data52 === "Rank"))){
const err121 = {instancePath:instancePath+"/template/features/select/test",schemaPath:"#/properties/template/properties/features/properties/select/properties/test/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.features.properties.select.properties.test.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
let data53 = data51.alpha;
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1 || isNaN(data53)){
const err122 = {instancePath:instancePath+"/template/features/select/alpha",schemaPath:"#/properties/template/properties/features/properties/select/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data53 < 0.000001 || isNaN(data53)){
const err123 = {instancePath:instancePath+"/template/features/select/alpha",schemaPath:"#/properties/template/properties/features/properties/select/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.000001},message:"must be >= 0.000001"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/template/features/select/alpha",schemaPath:"#/properties/template/properties/features/properties/select/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
let data54 = data51.max;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err125 = {instancePath:instancePath+"/template/features/select/max",schemaPath:"#/properties/template/properties/features/properties/select/properties/max/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 512 || isNaN(data54)){
const err126 = {instancePath:instancePath+"/template/features/select/max",schemaPath:"#/properties/template/properties/features/properties/select/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 512},message:"must be <= 512"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data54 < 1 || isNaN(data54)){
const err127 = {instancePath:instancePath+"/template/features/select/max",schemaPath:"#/properties/template/properties/features/properties/select/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/template/features/select",schemaPath:"#/properties/template/properties/features/properties/select/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/template/features",schemaPath:"#/properties/template/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
let data55 = data5.crossValidation;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.folds === undefined){
data55.folds = 5;
}
if(data55.repeats === undefined){
data55.repeats = 1;
}
if(data55.seed === undefined){
data55.seed = 7;
}
let data56 = data55.folds;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err130 = {instancePath:instancePath+"/template/crossValidation/folds",schemaPath:"#/properties/template/properties/crossValidation/properties/folds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 20 || isNaN(data56)){
const err131 = {instancePath:instancePath+"/template/crossValidation/folds",schemaPath:"#/properties/template/properties/crossValidation/properties/folds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data56 < 2 || isNaN(data56)){
const err132 = {instancePath:instancePath+"/template/crossValidation/folds",schemaPath:"#/properties/template/properties/crossValidation/properties/folds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
let data57 = data55.repeats;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err133 = {instancePath:instancePath+"/template/crossValidation/repeats",schemaPath:"#/properties/template/properties/crossValidation/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 20 || isNaN(data57)){
const err134 = {instancePath:instancePath+"/template/crossValidation/repeats",schemaPath:"#/properties/template/properties/crossValidation/properties/repeats/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data57 < 1 || isNaN(data57)){
const err135 = {instancePath:instancePath+"/template/crossValidation/repeats",schemaPath:"#/properties/template/properties/crossValidation/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
let data58 = data55.seed;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err136 = {instancePath:instancePath+"/template/crossValidation/seed",schemaPath:"#/properties/template/properties/crossValidation/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 2147483647 || isNaN(data58)){
const err137 = {instancePath:instancePath+"/template/crossValidation/seed",schemaPath:"#/properties/template/properties/crossValidation/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data58 < 0 || isNaN(data58)){
const err138 = {instancePath:instancePath+"/template/crossValidation/seed",schemaPath:"#/properties/template/properties/crossValidation/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/template/crossValidation",schemaPath:"#/properties/template/properties/crossValidation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data5.metrics !== undefined){
let data59 = data5.metrics;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.primary === undefined){
const err140 = {instancePath:instancePath+"/template/metrics",schemaPath:"#/properties/template/properties/metrics/required",keyword:"required",params:{missingProperty: "primary"},message:"must have required property '"+"primary"+"'"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data59.primary !== undefined){
let data60 = data59.primary;
if(typeof data60 === "string"){
if(func2(data60) > 64){
const err141 = {instancePath:instancePath+"/template/metrics/primary",schemaPath:"#/properties/template/properties/metrics/properties/primary/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(func2(data60) < 1){
const err142 = {instancePath:instancePath+"/template/metrics/primary",schemaPath:"#/properties/template/properties/metrics/properties/primary/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/template/metrics/primary",schemaPath:"#/properties/template/properties/metrics/properties/primary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data59.others !== undefined){
let data61 = data59.others;
if(Array.isArray(data61)){
if(data61.length > 16){
const err144 = {instancePath:instancePath+"/template/metrics/others",schemaPath:"#/properties/template/properties/metrics/properties/others/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
const len4 = data61.length;
for(let i6=0; i6<len4; i6++){
let data62 = data61[i6];
if(typeof data62 === "string"){
if(func2(data62) > 64){
const err145 = {instancePath:instancePath+"/template/metrics/others/" + i6,schemaPath:"#/properties/template/properties/metrics/properties/others/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(func2(data62) < 1){
const err146 = {instancePath:instancePath+"/template/metrics/others/" + i6,schemaPath:"#/properties/template/properties/metrics/properties/others/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
else {
const err147 = {instancePath:instancePath+"/template/metrics/others/" + i6,schemaPath:"#/properties/template/properties/metrics/properties/others/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
let i7 = data61.length;
let j2;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data61[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err148 = {instancePath:instancePath+"/template/metrics/others",schemaPath:"#/properties/template/properties/metrics/properties/others/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
break;
}
indices2[item2] = i7;
}
}
}
else {
const err149 = {instancePath:instancePath+"/template/metrics/others",schemaPath:"#/properties/template/properties/metrics/properties/others/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data59.custom !== undefined){
let data63 = data59.custom;
if(Array.isArray(data63)){
if(data63.length > 8){
const err150 = {instancePath:instancePath+"/template/metrics/custom",schemaPath:"#/properties/template/properties/metrics/properties/custom/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
const len5 = data63.length;
for(let i8=0; i8<len5; i8++){
let data64 = data63[i8];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.name === undefined){
const err151 = {instancePath:instancePath+"/template/metrics/custom/" + i8,schemaPath:"#/properties/template/properties/metrics/properties/custom/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data64.expression === undefined){
const err152 = {instancePath:instancePath+"/template/metrics/custom/" + i8,schemaPath:"#/properties/template/properties/metrics/properties/custom/items/required",keyword:"required",params:{missingProperty: "expression"},message:"must have required property '"+"expression"+"'"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data64.direction === undefined){
const err153 = {instancePath:instancePath+"/template/metrics/custom/" + i8,schemaPath:"#/properties/template/properties/metrics/properties/custom/items/required",keyword:"required",params:{missingProperty: "direction"},message:"must have required property '"+"direction"+"'"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data64.name !== undefined){
let data65 = data64.name;
if(typeof data65 === "string"){
if(func2(data65) > 64){
const err154 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/name",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(func2(data65) < 1){
const err155 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/name",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(!pattern15.test(data65)){
const err156 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/name",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9_]*$"},message:"must match pattern \""+"^[a-z][a-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/name",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data64.expression !== undefined){
let data66 = data64.expression;
if(typeof data66 === "string"){
if(func2(data66) > 256){
const err158 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/expression/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(func2(data66) < 1){
const err159 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(!pattern16.test(data66)){
const err160 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/expression/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_+*/(),. -]+$"},message:"must match pattern \""+"^[A-Za-z0-9_+*/(),. -]+$"+"\""};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/expression",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/expression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data64.direction !== undefined){
let data67 = data64.direction;
if(typeof data67 !== "string"){
const err162 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/direction",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/direction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!((data67 === "Maximize") || (data67 === "Minimize"))){
const err163 = {instancePath:instancePath+"/template/metrics/custom/" + i8+"/direction",schemaPath:"#/properties/template/properties/metrics/properties/custom/items/properties/direction/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.metrics.properties.custom.items.properties.direction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
else {
const err164 = {instancePath:instancePath+"/template/metrics/custom/" + i8,schemaPath:"#/properties/template/properties/metrics/properties/custom/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
}
else {
const err165 = {instancePath:instancePath+"/template/metrics/custom",schemaPath:"#/properties/template/properties/metrics/properties/custom/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/template/metrics",schemaPath:"#/properties/template/properties/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data5.gates !== undefined){
let data68 = data5.gates;
if(Array.isArray(data68)){
if(data68.length > 32){
const err167 = {instancePath:instancePath+"/template/gates",schemaPath:"#/properties/template/properties/gates/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
const len6 = data68.length;
for(let i9=0; i9<len6; i9++){
let data69 = data68[i9];
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.split === undefined){
data69.split = "Test";
}
if(data69.metric === undefined){
const err168 = {instancePath:instancePath+"/template/gates/" + i9,schemaPath:"#/properties/template/properties/gates/items/required",keyword:"required",params:{missingProperty: "metric"},message:"must have required property '"+"metric"+"'"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data69.metric !== undefined){
let data70 = data69.metric;
if(typeof data70 === "string"){
if(func2(data70) > 64){
const err169 = {instancePath:instancePath+"/template/gates/" + i9+"/metric",schemaPath:"#/properties/template/properties/gates/items/properties/metric/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(func2(data70) < 1){
const err170 = {instancePath:instancePath+"/template/gates/" + i9+"/metric",schemaPath:"#/properties/template/properties/gates/items/properties/metric/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/template/gates/" + i9+"/metric",schemaPath:"#/properties/template/properties/gates/items/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
let data71 = data69.split;
if(typeof data71 !== "string"){
const err172 = {instancePath:instancePath+"/template/gates/" + i9+"/split",schemaPath:"#/properties/template/properties/gates/items/properties/split/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(!(((data71 === "Train") || (data71 === "CV")) || (data71 === "Test"))){
const err173 = {instancePath:instancePath+"/template/gates/" + i9+"/split",schemaPath:"#/properties/template/properties/gates/items/properties/split/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.gates.items.properties.split.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data69.min !== undefined){
let data72 = data69.min;
if(!((typeof data72 == "number") && (isFinite(data72)))){
const err174 = {instancePath:instancePath+"/template/gates/" + i9+"/min",schemaPath:"#/properties/template/properties/gates/items/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data69.max !== undefined){
let data73 = data69.max;
if(!((typeof data73 == "number") && (isFinite(data73)))){
const err175 = {instancePath:instancePath+"/template/gates/" + i9+"/max",schemaPath:"#/properties/template/properties/gates/items/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/template/gates/" + i9,schemaPath:"#/properties/template/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/template/gates",schemaPath:"#/properties/template/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
let data74 = data5.explain;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.method === undefined){
data74.method = "Permutation";
}
if(data74.maxRows === undefined){
data74.maxRows = 500;
}
let data75 = data74.method;
if(typeof data75 !== "string"){
const err178 = {instancePath:instancePath+"/template/explain/method",schemaPath:"#/properties/template/properties/explain/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!((data75 === "Permutation") || (data75 === "SHAP"))){
const err179 = {instancePath:instancePath+"/template/explain/method",schemaPath:"#/properties/template/properties/explain/properties/method/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.explain.properties.method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
let data76 = data74.maxRows;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
const err180 = {instancePath:instancePath+"/template/explain/maxRows",schemaPath:"#/properties/template/properties/explain/properties/maxRows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 > 5000 || isNaN(data76)){
const err181 = {instancePath:instancePath+"/template/explain/maxRows",schemaPath:"#/properties/template/properties/explain/properties/maxRows/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5000},message:"must be <= 5000"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data76 < 10 || isNaN(data76)){
const err182 = {instancePath:instancePath+"/template/explain/maxRows",schemaPath:"#/properties/template/properties/explain/properties/maxRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10},message:"must be >= 10"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
}
else {
const err183 = {instancePath:instancePath+"/template/explain",schemaPath:"#/properties/template/properties/explain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
let data77 = data5.backend;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.type === undefined){
data77.type = "Kubernetes";
}
if(data77.kubernetes === undefined){
data77.kubernetes = {};
}
let data78 = data77.type;
if(typeof data78 !== "string"){
const err184 = {instancePath:instancePath+"/template/backend/type",schemaPath:"#/properties/template/properties/backend/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(!(data78 === "Kubernetes")){
const err185 = {instancePath:instancePath+"/template/backend/type",schemaPath:"#/properties/template/properties/backend/properties/type/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.backend.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
let data79 = data77.kubernetes;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.resources === undefined){
data79.resources = {"requests":{"cpu":"500m","memory":"512Mi"},"limits":{"memory":"2Gi"}};
}
if(data79.spot === undefined){
data79.spot = false;
}
let data80 = data79.resources;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.requests !== undefined){
let data81 = data80.requests;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(Object.keys(data81).length > 8){
const err186 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/maxProperties",keyword:"maxProperties",params:{limit: 8},message:"must NOT have more than 8 properties"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
for(const key0 in data81){
let data82 = data81[key0];
const _errs171 = errors;
let valid40 = false;
const _errs172 = errors;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err187 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
var _valid1 = _errs172 === errors;
valid40 = valid40 || _valid1;
if(!valid40){
const _errs174 = errors;
if(typeof data82 !== "string"){
const err188 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
var _valid1 = _errs174 === errors;
valid40 = valid40 || _valid1;
}
if(!valid40){
const err189 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
else {
errors = _errs171;
if(vErrors !== null){
if(_errs171){
vErrors.length = _errs171;
}
else {
vErrors = null;
}
}
}
if(typeof data82 === "string"){
if(func2(data82) > 32){
const err190 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(!pattern17.test(data82)){
const err191 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
}
else {
const err192 = {instancePath:instancePath+"/template/backend/kubernetes/resources/requests",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/requests/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data80.limits !== undefined){
let data83 = data80.limits;
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
if(Object.keys(data83).length > 8){
const err193 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/maxProperties",keyword:"maxProperties",params:{limit: 8},message:"must NOT have more than 8 properties"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
for(const key1 in data83){
let data84 = data83[key1];
const _errs180 = errors;
let valid42 = false;
const _errs181 = errors;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err194 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
var _valid2 = _errs181 === errors;
valid42 = valid42 || _valid2;
if(!valid42){
const _errs183 = errors;
if(typeof data84 !== "string"){
const err195 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
var _valid2 = _errs183 === errors;
valid42 = valid42 || _valid2;
}
if(!valid42){
const err196 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
else {
errors = _errs180;
if(vErrors !== null){
if(_errs180){
vErrors.length = _errs180;
}
else {
vErrors = null;
}
}
}
if(typeof data84 === "string"){
if(func2(data84) > 32){
const err197 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(!pattern17.test(data84)){
const err198 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
}
else {
const err199 = {instancePath:instancePath+"/template/backend/kubernetes/resources/limits",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
}
else {
const err200 = {instancePath:instancePath+"/template/backend/kubernetes/resources",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/resources/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data79.nodeSelector !== undefined){
let data85 = data79.nodeSelector;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(Object.keys(data85).length > 16){
const err201 = {instancePath:instancePath+"/template/backend/kubernetes/nodeSelector",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/nodeSelector/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
for(const key2 in data85){
let data86 = data85[key2];
if(typeof data86 === "string"){
if(func2(data86) > 63){
const err202 = {instancePath:instancePath+"/template/backend/kubernetes/nodeSelector/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/nodeSelector/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
else {
const err203 = {instancePath:instancePath+"/template/backend/kubernetes/nodeSelector/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/nodeSelector/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
}
else {
const err204 = {instancePath:instancePath+"/template/backend/kubernetes/nodeSelector",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data79.tolerations !== undefined){
let data87 = data79.tolerations;
if(Array.isArray(data87)){
if(data87.length > 16){
const err205 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
const len7 = data87.length;
for(let i10=0; i10<len7; i10++){
let data88 = data87[i10];
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
if(data88.key !== undefined){
let data89 = data88.key;
if(typeof data89 === "string"){
if(func2(data89) > 316){
const err206 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 316},message:"must NOT have more than 316 characters"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
else {
const err207 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data88.operator !== undefined){
let data90 = data88.operator;
if(typeof data90 !== "string"){
const err208 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/operator",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(!((data90 === "Exists") || (data90 === "Equal"))){
const err209 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/operator",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.backend.properties.kubernetes.properties.tolerations.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data88.value !== undefined){
let data91 = data88.value;
if(typeof data91 === "string"){
if(func2(data91) > 63){
const err210 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/value",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/value",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data88.effect !== undefined){
let data92 = data88.effect;
if(typeof data92 !== "string"){
const err212 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/effect",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(!(((data92 === "NoSchedule") || (data92 === "PreferNoSchedule")) || (data92 === "NoExecute"))){
const err213 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/effect",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.backend.properties.kubernetes.properties.tolerations.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data88.tolerationSeconds !== undefined){
let data93 = data88.tolerationSeconds;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
const err214 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10+"/tolerationSeconds",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/properties/tolerationSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
else {
const err215 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations/" + i10,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/template/backend/kubernetes/tolerations",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/tolerations/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(typeof data79.spot !== "boolean"){
const err217 = {instancePath:instancePath+"/template/backend/kubernetes/spot",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/spot/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(data79.queueName !== undefined){
let data95 = data79.queueName;
if(typeof data95 === "string"){
if(func2(data95) > 63){
const err218 = {instancePath:instancePath+"/template/backend/kubernetes/queueName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/queueName/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(func2(data95) < 1){
const err219 = {instancePath:instancePath+"/template/backend/kubernetes/queueName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/queueName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(!pattern19.test(data95)){
const err220 = {instancePath:instancePath+"/template/backend/kubernetes/queueName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/queueName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/template/backend/kubernetes/queueName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/queueName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data79.podTemplate !== undefined){
let data96 = data79.podTemplate;
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
if(data96.metadata !== undefined){
let data97 = data96.metadata;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.labels !== undefined){
let data98 = data97.labels;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(Object.keys(data98).length > 16){
const err222 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/labels",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
for(const key3 in data98){
let data99 = data98[key3];
if(typeof data99 === "string"){
if(func2(data99) > 63){
const err223 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/labels/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
}
else {
const err225 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/labels",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data97.annotations !== undefined){
let data100 = data97.annotations;
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(Object.keys(data100).length > 16){
const err226 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/annotations",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
for(const key4 in data100){
let data101 = data100[key4];
if(typeof data101 === "string"){
if(func2(data101) > 1024){
const err227 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/annotations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
else {
const err228 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/annotations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
}
else {
const err229 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata/annotations",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
}
else {
const err230 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/metadata",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data96.spec !== undefined){
let data102 = data96.spec;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.serviceAccountName !== undefined){
let data103 = data102.serviceAccountName;
if(typeof data103 === "string"){
if(func2(data103) > 253){
const err231 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/serviceAccountName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/serviceAccountName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(func2(data103) < 1){
const err232 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/serviceAccountName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/serviceAccountName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
else {
const err233 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/serviceAccountName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/serviceAccountName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data102.priorityClassName !== undefined){
let data104 = data102.priorityClassName;
if(typeof data104 === "string"){
if(func2(data104) > 253){
const err234 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/priorityClassName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/priorityClassName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(func2(data104) < 1){
const err235 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/priorityClassName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/priorityClassName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/priorityClassName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/priorityClassName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data102.runtimeClassName !== undefined){
let data105 = data102.runtimeClassName;
if(typeof data105 === "string"){
if(func2(data105) > 253){
const err237 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/runtimeClassName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/runtimeClassName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(func2(data105) < 1){
const err238 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/runtimeClassName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/runtimeClassName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
else {
const err239 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/runtimeClassName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/runtimeClassName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data102.schedulerName !== undefined){
let data106 = data102.schedulerName;
if(typeof data106 === "string"){
if(func2(data106) > 253){
const err240 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/schedulerName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/schedulerName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if(func2(data106) < 1){
const err241 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/schedulerName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/schedulerName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
else {
const err242 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/schedulerName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/schedulerName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data102.imagePullSecrets !== undefined){
let data107 = data102.imagePullSecrets;
if(Array.isArray(data107)){
if(data107.length > 8){
const err243 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
const len8 = data107.length;
for(let i11=0; i11<len8; i11++){
let data108 = data107[i11];
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
if(data108.name === undefined){
const err244 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
if(data108.name !== undefined){
let data109 = data108.name;
if(typeof data109 === "string"){
if(func2(data109) > 253){
const err245 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
if(func2(data109) < 1){
const err246 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
else {
const err247 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
}
else {
const err248 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets/" + i11,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
}
else {
const err249 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/imagePullSecrets",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/imagePullSecrets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data102.affinity !== undefined){
let data110 = data102.affinity;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(Object.keys(data110).length > 3){
const err250 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/affinity",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/affinity/maxProperties",keyword:"maxProperties",params:{limit: 3},message:"must NOT have more than 3 properties"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/affinity",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/affinity/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data102.volumes !== undefined){
let data111 = data102.volumes;
if(Array.isArray(data111)){
if(data111.length > 8){
const err252 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
const len9 = data111.length;
for(let i12=0; i12<len9; i12++){
let data112 = data111[i12];
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.name === undefined){
const err253 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
if(data112.name !== undefined){
let data113 = data112.name;
if(typeof data113 === "string"){
if(func2(data113) > 63){
const err254 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(func2(data113) < 1){
const err255 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
if(!pattern19.test(data113)){
const err256 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
else {
const err257 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data112.emptyDir !== undefined){
let data114 = data112.emptyDir;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
if(data114.medium !== undefined){
let data115 = data114.medium;
if(typeof data115 !== "string"){
const err258 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/medium",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/medium/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(!(data115 === "Memory")){
const err259 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/medium",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/medium/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.backend.properties.kubernetes.properties.podTemplate.properties.spec.properties.volumes.items.properties.emptyDir.properties.medium.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data114.sizeLimit !== undefined){
let data116 = data114.sizeLimit;
const _errs251 = errors;
let valid59 = false;
const _errs252 = errors;
if(!(((typeof data116 == "number") && (!(data116 % 1) && !isNaN(data116))) && (isFinite(data116)))){
const err260 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
var _valid3 = _errs252 === errors;
valid59 = valid59 || _valid3;
if(!valid59){
const _errs254 = errors;
if(typeof data116 !== "string"){
const err261 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
var _valid3 = _errs254 === errors;
valid59 = valid59 || _valid3;
}
if(!valid59){
const err262 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
else {
errors = _errs251;
if(vErrors !== null){
if(_errs251){
vErrors.length = _errs251;
}
else {
vErrors = null;
}
}
}
if(typeof data116 === "string"){
if(func2(data116) > 32){
const err263 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(!pattern17.test(data116)){
const err264 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir/sizeLimit",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/properties/sizeLimit/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
}
else {
const err265 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/emptyDir",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/emptyDir/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data112.persistentVolumeClaim !== undefined){
let data117 = data112.persistentVolumeClaim;
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.claimName === undefined){
const err266 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/required",keyword:"required",params:{missingProperty: "claimName"},message:"must have required property '"+"claimName"+"'"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(data117.claimName !== undefined){
let data118 = data117.claimName;
if(typeof data118 === "string"){
if(func2(data118) > 253){
const err267 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/claimName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/claimName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(func2(data118) < 1){
const err268 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/claimName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/claimName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
else {
const err269 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/claimName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/claimName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data117.readOnly !== undefined){
if(typeof data117.readOnly !== "boolean"){
const err270 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim/readOnly",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/properties/readOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
}
else {
const err271 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/persistentVolumeClaim",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/persistentVolumeClaim/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
if(data112.configMap !== undefined){
let data120 = data112.configMap;
if(data120 && typeof data120 == "object" && !Array.isArray(data120)){
if(data120.name === undefined){
const err272 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data120.name !== undefined){
let data121 = data120.name;
if(typeof data121 === "string"){
if(func2(data121) > 253){
const err273 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(func2(data121) < 1){
const err274 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
else {
const err275 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/configMap",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/configMap/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
if(data112.secret !== undefined){
let data122 = data112.secret;
if(data122 && typeof data122 == "object" && !Array.isArray(data122)){
if(data122.secretName === undefined){
const err277 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/required",keyword:"required",params:{missingProperty: "secretName"},message:"must have required property '"+"secretName"+"'"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(data122.secretName !== undefined){
let data123 = data122.secretName;
if(typeof data123 === "string"){
if(func2(data123) > 253){
const err278 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret/secretName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/properties/secretName/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
if(func2(data123) < 1){
const err279 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret/secretName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/properties/secretName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
else {
const err280 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret/secretName",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/properties/secretName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
}
else {
const err281 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12+"/secret",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/properties/secret/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
}
else {
const err282 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes/" + i12,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
}
else {
const err283 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/volumes",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/volumes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
if(data102.containers !== undefined){
let data124 = data102.containers;
if(Array.isArray(data124)){
if(data124.length > 1){
const err284 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/maxItems",keyword:"maxItems",params:{limit: 1},message:"must NOT have more than 1 items"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
const len10 = data124.length;
for(let i13=0; i13<len10; i13++){
let data125 = data124[i13];
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
if(data125.name === undefined){
const err285 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(data125.name !== undefined){
let data126 = data125.name;
if(typeof data126 !== "string"){
const err286 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if(!(data126 === "trainer")){
const err287 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/name/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.backend.properties.kubernetes.properties.podTemplate.properties.spec.properties.containers.items.properties.name.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
if(data125.env !== undefined){
let data127 = data125.env;
if(Array.isArray(data127)){
if(data127.length > 32){
const err288 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
const len11 = data127.length;
for(let i14=0; i14<len11; i14++){
let data128 = data127[i14];
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(data128.name === undefined){
const err289 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data128.name !== undefined){
let data129 = data128.name;
if(typeof data129 === "string"){
if(func2(data129) > 128){
const err290 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(func2(data129) < 1){
const err291 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
if(!pattern22.test(data129)){
const err292 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
else {
const err293 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
if(data128.value !== undefined){
let data130 = data128.value;
if(typeof data130 === "string"){
if(func2(data130) > 4096){
const err294 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/value",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
else {
const err295 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/value",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data128.valueFrom !== undefined){
let data131 = data128.valueFrom;
if(data131 && typeof data131 == "object" && !Array.isArray(data131)){
if(data131.secretKeyRef !== undefined){
let data132 = data131.secretKeyRef;
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.name === undefined){
const err296 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(data132.key === undefined){
const err297 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
if(data132.name !== undefined){
let data133 = data132.name;
if(typeof data133 === "string"){
if(func2(data133) > 253){
const err298 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
if(func2(data133) < 1){
const err299 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
else {
const err300 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data132.key !== undefined){
let data134 = data132.key;
if(typeof data134 === "string"){
if(func2(data134) > 253){
const err301 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
if(func2(data134) < 1){
const err302 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
else {
const err303 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data132.optional !== undefined){
if(typeof data132.optional !== "boolean"){
const err304 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef/optional",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
}
else {
const err305 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/secretKeyRef",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/secretKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
if(data131.configMapKeyRef !== undefined){
let data136 = data131.configMapKeyRef;
if(data136 && typeof data136 == "object" && !Array.isArray(data136)){
if(data136.name === undefined){
const err306 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
if(data136.key === undefined){
const err307 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(data136.name !== undefined){
let data137 = data136.name;
if(typeof data137 === "string"){
if(func2(data137) > 253){
const err308 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if(func2(data137) < 1){
const err309 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
else {
const err310 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data136.key !== undefined){
let data138 = data136.key;
if(typeof data138 === "string"){
if(func2(data138) > 253){
const err311 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(func2(data138) < 1){
const err312 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
else {
const err313 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/key",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
if(data136.optional !== undefined){
if(typeof data136.optional !== "boolean"){
const err314 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef/optional",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
else {
const err315 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom/configMapKeyRef",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/properties/configMapKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
}
else {
const err316 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14+"/valueFrom",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/properties/valueFrom/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
}
else {
const err317 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env/" + i14,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
}
else {
const err318 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/env",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/env/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data125.volumeMounts !== undefined){
let data140 = data125.volumeMounts;
if(Array.isArray(data140)){
if(data140.length > 16){
const err319 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
const len12 = data140.length;
for(let i15=0; i15<len12; i15++){
let data141 = data140[i15];
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
if(data141.name === undefined){
const err320 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
if(data141.mountPath === undefined){
const err321 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/required",keyword:"required",params:{missingProperty: "mountPath"},message:"must have required property '"+"mountPath"+"'"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
if(data141.name !== undefined){
let data142 = data141.name;
if(typeof data142 === "string"){
if(func2(data142) > 63){
const err322 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
if(func2(data142) < 1){
const err323 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
else {
const err324 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/name",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
if(data141.mountPath !== undefined){
let data143 = data141.mountPath;
if(typeof data143 === "string"){
if(func2(data143) > 256){
const err325 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
if(func2(data143) < 2){
const err326 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
if(!pattern23.test(data143)){
const err327 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$"},message:"must match pattern \""+"^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$"+"\""};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
else {
const err328 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/mountPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/mountPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
if(data141.subPath !== undefined){
let data144 = data141.subPath;
if(typeof data144 === "string"){
if(func2(data144) > 256){
const err329 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/subPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/subPath/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
if(func2(data144) < 1){
const err330 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/subPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/subPath/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
else {
const err331 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/subPath",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/subPath/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
if(data141.readOnly !== undefined){
if(typeof data141.readOnly !== "boolean"){
const err332 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15+"/readOnly",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/properties/readOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
}
else {
const err333 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts/" + i15,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
}
else {
const err334 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13+"/volumeMounts",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/properties/volumeMounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
}
else {
const err335 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers/" + i13,schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
else {
const err336 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec/containers",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/properties/containers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
}
else {
const err337 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate/spec",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
}
else {
const err338 = {instancePath:instancePath+"/template/backend/kubernetes/podTemplate",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/properties/podTemplate/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
}
else {
const err339 = {instancePath:instancePath+"/template/backend/kubernetes",schemaPath:"#/properties/template/properties/backend/properties/kubernetes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
else {
const err340 = {instancePath:instancePath+"/template/backend",schemaPath:"#/properties/template/properties/backend/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
let data146 = data5.distributed;
if(data146 && typeof data146 == "object" && !Array.isArray(data146)){
if(data146.engine === undefined){
data146.engine = "None";
}
if(data146.workers === undefined){
data146.workers = 1;
}
let data147 = data146.engine;
if(typeof data147 !== "string"){
const err341 = {instancePath:instancePath+"/template/distributed/engine",schemaPath:"#/properties/template/properties/distributed/properties/engine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
if(!(((data147 === "None") || (data147 === "Dask")) || (data147 === "Torchrun"))){
const err342 = {instancePath:instancePath+"/template/distributed/engine",schemaPath:"#/properties/template/properties/distributed/properties/engine/enum",keyword:"enum",params:{allowedValues: schema13.properties.template.properties.distributed.properties.engine.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
let data148 = data146.workers;
if(!(((typeof data148 == "number") && (!(data148 % 1) && !isNaN(data148))) && (isFinite(data148)))){
const err343 = {instancePath:instancePath+"/template/distributed/workers",schemaPath:"#/properties/template/properties/distributed/properties/workers/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if((typeof data148 == "number") && (isFinite(data148))){
if(data148 > 32 || isNaN(data148)){
const err344 = {instancePath:instancePath+"/template/distributed/workers",schemaPath:"#/properties/template/properties/distributed/properties/workers/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
if(data148 < 1 || isNaN(data148)){
const err345 = {instancePath:instancePath+"/template/distributed/workers",schemaPath:"#/properties/template/properties/distributed/properties/workers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
}
else {
const err346 = {instancePath:instancePath+"/template/distributed",schemaPath:"#/properties/template/properties/distributed/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
let data149 = data5.retryPolicy;
if(data149 && typeof data149 == "object" && !Array.isArray(data149)){
if(data149.maxAttempts === undefined){
data149.maxAttempts = 3;
}
if(data149.maxPreemptions === undefined){
data149.maxPreemptions = 10;
}
if(data149.backoff === undefined){
data149.backoff = "30s";
}
let data150 = data149.maxAttempts;
if(!(((typeof data150 == "number") && (!(data150 % 1) && !isNaN(data150))) && (isFinite(data150)))){
const err347 = {instancePath:instancePath+"/template/retryPolicy/maxAttempts",schemaPath:"#/properties/template/properties/retryPolicy/properties/maxAttempts/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
if((typeof data150 == "number") && (isFinite(data150))){
if(data150 > 20 || isNaN(data150)){
const err348 = {instancePath:instancePath+"/template/retryPolicy/maxAttempts",schemaPath:"#/properties/template/properties/retryPolicy/properties/maxAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
if(data150 < 1 || isNaN(data150)){
const err349 = {instancePath:instancePath+"/template/retryPolicy/maxAttempts",schemaPath:"#/properties/template/properties/retryPolicy/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
let data151 = data149.maxPreemptions;
if(!(((typeof data151 == "number") && (!(data151 % 1) && !isNaN(data151))) && (isFinite(data151)))){
const err350 = {instancePath:instancePath+"/template/retryPolicy/maxPreemptions",schemaPath:"#/properties/template/properties/retryPolicy/properties/maxPreemptions/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if((typeof data151 == "number") && (isFinite(data151))){
if(data151 > 1000 || isNaN(data151)){
const err351 = {instancePath:instancePath+"/template/retryPolicy/maxPreemptions",schemaPath:"#/properties/template/properties/retryPolicy/properties/maxPreemptions/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
if(data151 < 0 || isNaN(data151)){
const err352 = {instancePath:instancePath+"/template/retryPolicy/maxPreemptions",schemaPath:"#/properties/template/properties/retryPolicy/properties/maxPreemptions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
let data152 = data149.backoff;
if(typeof data152 === "string"){
if(func2(data152) > 16){
const err353 = {instancePath:instancePath+"/template/retryPolicy/backoff",schemaPath:"#/properties/template/properties/retryPolicy/properties/backoff/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
if(!pattern24.test(data152)){
const err354 = {instancePath:instancePath+"/template/retryPolicy/backoff",schemaPath:"#/properties/template/properties/retryPolicy/properties/backoff/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
}
else {
const err355 = {instancePath:instancePath+"/template/retryPolicy/backoff",schemaPath:"#/properties/template/properties/retryPolicy/properties/backoff/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
else {
const err356 = {instancePath:instancePath+"/template/retryPolicy",schemaPath:"#/properties/template/properties/retryPolicy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
let data153 = data5.checkpoint;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.enabled === undefined){
data153.enabled = true;
}
if(data153.every === undefined){
data153.every = "5m";
}
if(typeof data153.enabled !== "boolean"){
const err357 = {instancePath:instancePath+"/template/checkpoint/enabled",schemaPath:"#/properties/template/properties/checkpoint/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
let data155 = data153.every;
if(typeof data155 === "string"){
if(func2(data155) > 16){
const err358 = {instancePath:instancePath+"/template/checkpoint/every",schemaPath:"#/properties/template/properties/checkpoint/properties/every/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
if(!pattern24.test(data155)){
const err359 = {instancePath:instancePath+"/template/checkpoint/every",schemaPath:"#/properties/template/properties/checkpoint/properties/every/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
else {
const err360 = {instancePath:instancePath+"/template/checkpoint/every",schemaPath:"#/properties/template/properties/checkpoint/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
else {
const err361 = {instancePath:instancePath+"/template/checkpoint",schemaPath:"#/properties/template/properties/checkpoint/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
if(data5.activeDeadline !== undefined){
let data156 = data5.activeDeadline;
if(typeof data156 === "string"){
if(func2(data156) > 16){
const err362 = {instancePath:instancePath+"/template/activeDeadline",schemaPath:"#/properties/template/properties/activeDeadline/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
if(!pattern24.test(data156)){
const err363 = {instancePath:instancePath+"/template/activeDeadline",schemaPath:"#/properties/template/properties/activeDeadline/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
else {
const err364 = {instancePath:instancePath+"/template/activeDeadline",schemaPath:"#/properties/template/properties/activeDeadline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
let data157 = data5.ttlAfterFinished;
if(typeof data157 === "string"){
if(func2(data157) > 16){
const err365 = {instancePath:instancePath+"/template/ttlAfterFinished",schemaPath:"#/properties/template/properties/ttlAfterFinished/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
if(!pattern27.test(data157)){
const err366 = {instancePath:instancePath+"/template/ttlAfterFinished",schemaPath:"#/properties/template/properties/ttlAfterFinished/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h|d))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h|d))+$"+"\""};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
else {
const err367 = {instancePath:instancePath+"/template/ttlAfterFinished",schemaPath:"#/properties/template/properties/ttlAfterFinished/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
if(data5.output !== undefined){
let data158 = data5.output;
if(data158 && typeof data158 == "object" && !Array.isArray(data158)){
if(data158.uri === undefined){
const err368 = {instancePath:instancePath+"/template/output",schemaPath:"#/properties/template/properties/output/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(data158.uri !== undefined){
let data159 = data158.uri;
if(typeof data159 === "string"){
if(func2(data159) > 512){
const err369 = {instancePath:instancePath+"/template/output/uri",schemaPath:"#/properties/template/properties/output/properties/uri/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
if(func2(data159) < 6){
const err370 = {instancePath:instancePath+"/template/output/uri",schemaPath:"#/properties/template/properties/output/properties/uri/minLength",keyword:"minLength",params:{limit: 6},message:"must NOT have fewer than 6 characters"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
if(!pattern28.test(data159)){
const err371 = {instancePath:instancePath+"/template/output/uri",schemaPath:"#/properties/template/properties/output/properties/uri/pattern",keyword:"pattern",params:{pattern: "^s3://.+"},message:"must match pattern \""+"^s3://.+"+"\""};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
}
else {
const err372 = {instancePath:instancePath+"/template/output/uri",schemaPath:"#/properties/template/properties/output/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
}
else {
const err373 = {instancePath:instancePath+"/template/output",schemaPath:"#/properties/template/properties/output/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
let data160 = data5.mlflow;
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
if(data160.enabled === undefined){
data160.enabled = true;
}
if(typeof data160.enabled !== "boolean"){
const err374 = {instancePath:instancePath+"/template/mlflow/enabled",schemaPath:"#/properties/template/properties/mlflow/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if(data160.experiment !== undefined){
let data162 = data160.experiment;
if(typeof data162 === "string"){
if(func2(data162) > 256){
const err375 = {instancePath:instancePath+"/template/mlflow/experiment",schemaPath:"#/properties/template/properties/mlflow/properties/experiment/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(func2(data162) < 1){
const err376 = {instancePath:instancePath+"/template/mlflow/experiment",schemaPath:"#/properties/template/properties/mlflow/properties/experiment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
else {
const err377 = {instancePath:instancePath+"/template/mlflow/experiment",schemaPath:"#/properties/template/properties/mlflow/properties/experiment/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
}
else {
const err378 = {instancePath:instancePath+"/template/mlflow",schemaPath:"#/properties/template/properties/mlflow/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
else {
const err379 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
if(data.candidates !== undefined){
let data163 = data.candidates;
if(Array.isArray(data163)){
if(data163.length > 16){
const err380 = {instancePath:instancePath+"/candidates",schemaPath:"#/properties/candidates/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
if(data163.length < 1){
const err381 = {instancePath:instancePath+"/candidates",schemaPath:"#/properties/candidates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
const len13 = data163.length;
for(let i16=0; i16<len13; i16++){
let data164 = data163[i16];
if(data164 && typeof data164 == "object" && !Array.isArray(data164)){
if(data164.name === undefined){
const err382 = {instancePath:instancePath+"/candidates/" + i16,schemaPath:"#/properties/candidates/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
if(data164.algorithm === undefined){
const err383 = {instancePath:instancePath+"/candidates/" + i16,schemaPath:"#/properties/candidates/items/required",keyword:"required",params:{missingProperty: "algorithm"},message:"must have required property '"+"algorithm"+"'"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
if(data164.name !== undefined){
let data165 = data164.name;
if(typeof data165 === "string"){
if(func2(data165) > 24){
const err384 = {instancePath:instancePath+"/candidates/" + i16+"/name",schemaPath:"#/properties/candidates/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
if(func2(data165) < 1){
const err385 = {instancePath:instancePath+"/candidates/" + i16+"/name",schemaPath:"#/properties/candidates/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
if(!pattern0.test(data165)){
const err386 = {instancePath:instancePath+"/candidates/" + i16+"/name",schemaPath:"#/properties/candidates/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
else {
const err387 = {instancePath:instancePath+"/candidates/" + i16+"/name",schemaPath:"#/properties/candidates/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
}
if(data164.algorithm !== undefined){
let data166 = data164.algorithm;
if(data166 && typeof data166 == "object" && !Array.isArray(data166)){
if(data166.name === undefined){
const err388 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm",schemaPath:"#/properties/candidates/items/properties/algorithm/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
if(data166.name !== undefined){
let data167 = data166.name;
if(typeof data167 !== "string"){
const err389 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/name",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if(!(((((((((((data167 === "xgboost") || (data167 === "randomForest")) || (data167 === "extraTrees")) || (data167 === "gradientBoosting")) || (data167 === "logistic")) || (data167 === "ridge")) || (data167 === "elasticNet")) || (data167 === "knn")) || (data167 === "svm")) || (data167 === "mlp")) || (data167 === "custom"))){
const err390 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/name",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/name/enum",keyword:"enum",params:{allowedValues: schema13.properties.candidates.items.properties.algorithm.properties.name.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
if(data166.image !== undefined){
let data168 = data166.image;
if(typeof data168 === "string"){
if(func2(data168) > 512){
const err391 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/image",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
if(func2(data168) < 1){
const err392 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/image",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/image/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if(!pattern14.test(data168)){
const err393 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/image",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/image/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][-A-Za-z0-9._:/@]*$"},message:"must match pattern \""+"^[A-Za-z0-9][-A-Za-z0-9._:/@]*$"+"\""};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
else {
const err394 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/image",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
if(data166.parameters !== undefined){
let data169 = data166.parameters;
if(data169 && typeof data169 == "object" && !Array.isArray(data169)){
if(Object.keys(data169).length > 64){
const err395 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/parameters",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
else {
const err396 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm/parameters",schemaPath:"#/properties/candidates/items/properties/algorithm/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
}
else {
const err397 = {instancePath:instancePath+"/candidates/" + i16+"/algorithm",schemaPath:"#/properties/candidates/items/properties/algorithm/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
if(data164.search !== undefined){
let data170 = data164.search;
if(data170 && typeof data170 == "object" && !Array.isArray(data170)){
if(data170.sampler === undefined){
data170.sampler = "TPE";
}
if(data170.maxTrials === undefined){
data170.maxTrials = 10;
}
if(data170.space === undefined){
const err398 = {instancePath:instancePath+"/candidates/" + i16+"/search",schemaPath:"#/properties/candidates/items/properties/search/required",keyword:"required",params:{missingProperty: "space"},message:"must have required property '"+"space"+"'"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
let data171 = data170.sampler;
if(typeof data171 !== "string"){
const err399 = {instancePath:instancePath+"/candidates/" + i16+"/search/sampler",schemaPath:"#/properties/candidates/items/properties/search/properties/sampler/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
if(!(((data171 === "TPE") || (data171 === "Random")) || (data171 === "Grid"))){
const err400 = {instancePath:instancePath+"/candidates/" + i16+"/search/sampler",schemaPath:"#/properties/candidates/items/properties/search/properties/sampler/enum",keyword:"enum",params:{allowedValues: schema13.properties.candidates.items.properties.search.properties.sampler.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
let data172 = data170.maxTrials;
if(!(((typeof data172 == "number") && (!(data172 % 1) && !isNaN(data172))) && (isFinite(data172)))){
const err401 = {instancePath:instancePath+"/candidates/" + i16+"/search/maxTrials",schemaPath:"#/properties/candidates/items/properties/search/properties/maxTrials/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if((typeof data172 == "number") && (isFinite(data172))){
if(data172 > 1000 || isNaN(data172)){
const err402 = {instancePath:instancePath+"/candidates/" + i16+"/search/maxTrials",schemaPath:"#/properties/candidates/items/properties/search/properties/maxTrials/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
if(data172 < 1 || isNaN(data172)){
const err403 = {instancePath:instancePath+"/candidates/" + i16+"/search/maxTrials",schemaPath:"#/properties/candidates/items/properties/search/properties/maxTrials/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data170.space !== undefined){
let data173 = data170.space;
if(Array.isArray(data173)){
if(data173.length > 32){
const err404 = {instancePath:instancePath+"/candidates/" + i16+"/search/space",schemaPath:"#/properties/candidates/items/properties/search/properties/space/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
if(data173.length < 1){
const err405 = {instancePath:instancePath+"/candidates/" + i16+"/search/space",schemaPath:"#/properties/candidates/items/properties/search/properties/space/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
const len14 = data173.length;
for(let i17=0; i17<len14; i17++){
let data174 = data173[i17];
if(data174 && typeof data174 == "object" && !Array.isArray(data174)){
if(data174.scale === undefined){
data174.scale = "Linear";
}
if(data174.name === undefined){
const err406 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17,schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
if(data174.type === undefined){
const err407 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17,schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
if(data174.name !== undefined){
let data175 = data174.name;
if(typeof data175 === "string"){
if(func2(data175) > 64){
const err408 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/name",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if(func2(data175) < 1){
const err409 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/name",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
if(!pattern22.test(data175)){
const err410 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/name",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
else {
const err411 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/name",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
if(data174.type !== undefined){
let data176 = data174.type;
if(typeof data176 !== "string"){
const err412 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/type",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(!(((data176 === "Int") || (data176 === "Float")) || (data176 === "Categorical"))){
const err413 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/type",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema13.properties.candidates.items.properties.search.properties.space.items.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
if(data174.min !== undefined){
let data177 = data174.min;
if((typeof data177 == "number") && (isFinite(data177))){
if(data177 > 1000000000 || isNaN(data177)){
const err414 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/min",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/min/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
if(data177 < -1000000000 || isNaN(data177)){
const err415 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/min",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/min/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000000000},message:"must be >= -1000000000"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
else {
const err416 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/min",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
if(data174.max !== undefined){
let data178 = data174.max;
if((typeof data178 == "number") && (isFinite(data178))){
if(data178 > 1000000000 || isNaN(data178)){
const err417 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/max",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/max/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
if(data178 < -1000000000 || isNaN(data178)){
const err418 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/max",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000000000},message:"must be >= -1000000000"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
else {
const err419 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/max",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
}
if(data174.step !== undefined){
let data179 = data174.step;
if(!((typeof data179 == "number") && (isFinite(data179)))){
const err420 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/step",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/step/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
let data180 = data174.scale;
if(typeof data180 !== "string"){
const err421 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/scale",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/scale/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
if(!((data180 === "Linear") || (data180 === "Log"))){
const err422 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/scale",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/scale/enum",keyword:"enum",params:{allowedValues: schema13.properties.candidates.items.properties.search.properties.space.items.properties.scale.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
if(data174.values !== undefined){
let data181 = data174.values;
if(Array.isArray(data181)){
if(data181.length > 64){
const err423 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/values",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(data181.length < 1){
const err424 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/values",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
}
else {
const err425 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/values",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
if(data174.when !== undefined){
let data182 = data174.when;
if(data182 && typeof data182 == "object" && !Array.isArray(data182)){
if(data182.parameter === undefined){
const err426 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/required",keyword:"required",params:{missingProperty: "parameter"},message:"must have required property '"+"parameter"+"'"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(data182.values === undefined){
const err427 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
if(data182.parameter !== undefined){
let data183 = data182.parameter;
if(typeof data183 === "string"){
if(func2(data183) > 64){
const err428 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when/parameter",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/properties/parameter/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
if(func2(data183) < 1){
const err429 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when/parameter",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/properties/parameter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
}
else {
const err430 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when/parameter",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/properties/parameter/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
if(data182.values !== undefined){
let data184 = data182.values;
if(Array.isArray(data184)){
if(data184.length > 64){
const err431 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when/values",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/properties/values/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
if(data184.length < 1){
const err432 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when/values",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
else {
const err433 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when/values",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
}
}
else {
const err434 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17+"/when",schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/properties/when/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
}
else {
const err435 = {instancePath:instancePath+"/candidates/" + i16+"/search/space/" + i17,schemaPath:"#/properties/candidates/items/properties/search/properties/space/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
}
else {
const err436 = {instancePath:instancePath+"/candidates/" + i16+"/search/space",schemaPath:"#/properties/candidates/items/properties/search/properties/space/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
}
}
else {
const err437 = {instancePath:instancePath+"/candidates/" + i16+"/search",schemaPath:"#/properties/candidates/items/properties/search/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
}
else {
const err438 = {instancePath:instancePath+"/candidates/" + i16,schemaPath:"#/properties/candidates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
}
else {
const err439 = {instancePath:instancePath+"/candidates",schemaPath:"#/properties/candidates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
}
if(data.maxTrials !== undefined){
let data185 = data.maxTrials;
if(!(((typeof data185 == "number") && (!(data185 % 1) && !isNaN(data185))) && (isFinite(data185)))){
const err440 = {instancePath:instancePath+"/maxTrials",schemaPath:"#/properties/maxTrials/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
if((typeof data185 == "number") && (isFinite(data185))){
if(data185 > 1000 || isNaN(data185)){
const err441 = {instancePath:instancePath+"/maxTrials",schemaPath:"#/properties/maxTrials/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
if(data185 < 1 || isNaN(data185)){
const err442 = {instancePath:instancePath+"/maxTrials",schemaPath:"#/properties/maxTrials/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
}
let data186 = data.seed;
if(!(((typeof data186 == "number") && (!(data186 % 1) && !isNaN(data186))) && (isFinite(data186)))){
const err443 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
if((typeof data186 == "number") && (isFinite(data186))){
if(data186 > 4294967295 || isNaN(data186)){
const err444 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
if(data186 < 0 || isNaN(data186)){
const err445 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
let data187 = data.parallelism;
if(!(((typeof data187 == "number") && (!(data187 % 1) && !isNaN(data187))) && (isFinite(data187)))){
const err446 = {instancePath:instancePath+"/parallelism",schemaPath:"#/properties/parallelism/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
if((typeof data187 == "number") && (isFinite(data187))){
if(data187 > 64 || isNaN(data187)){
const err447 = {instancePath:instancePath+"/parallelism",schemaPath:"#/properties/parallelism/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
if(data187 < 1 || isNaN(data187)){
const err448 = {instancePath:instancePath+"/parallelism",schemaPath:"#/properties/parallelism/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
let data188 = data.maxFailedTrials;
if(!(((typeof data188 == "number") && (!(data188 % 1) && !isNaN(data188))) && (isFinite(data188)))){
const err449 = {instancePath:instancePath+"/maxFailedTrials",schemaPath:"#/properties/maxFailedTrials/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
if((typeof data188 == "number") && (isFinite(data188))){
if(data188 > 1000 || isNaN(data188)){
const err450 = {instancePath:instancePath+"/maxFailedTrials",schemaPath:"#/properties/maxFailedTrials/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
if(data188 < 1 || isNaN(data188)){
const err451 = {instancePath:instancePath+"/maxFailedTrials",schemaPath:"#/properties/maxFailedTrials/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
let data189 = data.earlyStopping;
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
data189.type = "None";
}
if(data189.minSteps === undefined){
data189.minSteps = 1;
}
if(data189.minTrials === undefined){
data189.minTrials = 5;
}
if(data189.reductionFactor === undefined){
data189.reductionFactor = 3;
}
let data190 = data189.type;
if(typeof data190 !== "string"){
const err452 = {instancePath:instancePath+"/earlyStopping/type",schemaPath:"#/properties/earlyStopping/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
if(!(((data190 === "None") || (data190 === "Median")) || (data190 === "ASHA"))){
const err453 = {instancePath:instancePath+"/earlyStopping/type",schemaPath:"#/properties/earlyStopping/properties/type/enum",keyword:"enum",params:{allowedValues: schema13.properties.earlyStopping.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
let data191 = data189.minSteps;
if(!(((typeof data191 == "number") && (!(data191 % 1) && !isNaN(data191))) && (isFinite(data191)))){
const err454 = {instancePath:instancePath+"/earlyStopping/minSteps",schemaPath:"#/properties/earlyStopping/properties/minSteps/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
if((typeof data191 == "number") && (isFinite(data191))){
if(data191 > 400 || isNaN(data191)){
const err455 = {instancePath:instancePath+"/earlyStopping/minSteps",schemaPath:"#/properties/earlyStopping/properties/minSteps/maximum",keyword:"maximum",params:{comparison: "<=", limit: 400},message:"must be <= 400"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
if(data191 < 1 || isNaN(data191)){
const err456 = {instancePath:instancePath+"/earlyStopping/minSteps",schemaPath:"#/properties/earlyStopping/properties/minSteps/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
}
let data192 = data189.minTrials;
if(!(((typeof data192 == "number") && (!(data192 % 1) && !isNaN(data192))) && (isFinite(data192)))){
const err457 = {instancePath:instancePath+"/earlyStopping/minTrials",schemaPath:"#/properties/earlyStopping/properties/minTrials/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
if((typeof data192 == "number") && (isFinite(data192))){
if(data192 > 1000 || isNaN(data192)){
const err458 = {instancePath:instancePath+"/earlyStopping/minTrials",schemaPath:"#/properties/earlyStopping/properties/minTrials/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
if(data192 < 1 || isNaN(data192)){
const err459 = {instancePath:instancePath+"/earlyStopping/minTrials",schemaPath:"#/properties/earlyStopping/properties/minTrials/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
}
let data193 = data189.reductionFactor;
if(!(((typeof data193 == "number") && (!(data193 % 1) && !isNaN(data193))) && (isFinite(data193)))){
const err460 = {instancePath:instancePath+"/earlyStopping/reductionFactor",schemaPath:"#/properties/earlyStopping/properties/reductionFactor/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
if((typeof data193 == "number") && (isFinite(data193))){
if(data193 > 10 || isNaN(data193)){
const err461 = {instancePath:instancePath+"/earlyStopping/reductionFactor",schemaPath:"#/properties/earlyStopping/properties/reductionFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
if(data193 < 2 || isNaN(data193)){
const err462 = {instancePath:instancePath+"/earlyStopping/reductionFactor",schemaPath:"#/properties/earlyStopping/properties/reductionFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
}
else {
const err463 = {instancePath:instancePath+"/earlyStopping",schemaPath:"#/properties/earlyStopping/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
let data194 = data.studies;
if(data194 && typeof data194 == "object" && !Array.isArray(data194)){
if(data194.featureGroups === undefined){
data194.featureGroups = [];
}
if(data194.sensitivity === undefined){
data194.sensitivity = false;
}
let data195 = data194.featureGroups;
if(Array.isArray(data195)){
if(data195.length > 16){
const err464 = {instancePath:instancePath+"/studies/featureGroups",schemaPath:"#/properties/studies/properties/featureGroups/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
const len15 = data195.length;
for(let i18=0; i18<len15; i18++){
let data196 = data195[i18];
if(data196 && typeof data196 == "object" && !Array.isArray(data196)){
if(data196.name === undefined){
const err465 = {instancePath:instancePath+"/studies/featureGroups/" + i18,schemaPath:"#/properties/studies/properties/featureGroups/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
if(data196.columns === undefined){
const err466 = {instancePath:instancePath+"/studies/featureGroups/" + i18,schemaPath:"#/properties/studies/properties/featureGroups/items/required",keyword:"required",params:{missingProperty: "columns"},message:"must have required property '"+"columns"+"'"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
if(data196.name !== undefined){
let data197 = data196.name;
if(typeof data197 === "string"){
if(func2(data197) > 16){
const err467 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/name",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
if(func2(data197) < 1){
const err468 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/name",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
if(!pattern0.test(data197)){
const err469 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/name",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
}
else {
const err470 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/name",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
if(data196.columns !== undefined){
let data198 = data196.columns;
if(Array.isArray(data198)){
if(data198.length > 256){
const err471 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
if(data198.length < 1){
const err472 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
const len16 = data198.length;
for(let i19=0; i19<len16; i19++){
let data199 = data198[i19];
if(typeof data199 === "string"){
if(func2(data199) > 256){
const err473 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns/" + i19,schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/items/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
if(func2(data199) < 1){
const err474 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns/" + i19,schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
else {
const err475 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns/" + i19,schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
let i20 = data198.length;
let j3;
if(i20 > 1){
const indices3 = {};
for(;i20--;){
let item3 = data198[i20];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err476 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/uniqueItems",keyword:"uniqueItems",params:{i: i20, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i20+" are identical)"};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
break;
}
indices3[item3] = i20;
}
}
}
else {
const err477 = {instancePath:instancePath+"/studies/featureGroups/" + i18+"/columns",schemaPath:"#/properties/studies/properties/featureGroups/items/properties/columns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
}
}
else {
const err478 = {instancePath:instancePath+"/studies/featureGroups/" + i18,schemaPath:"#/properties/studies/properties/featureGroups/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
}
}
else {
const err479 = {instancePath:instancePath+"/studies/featureGroups",schemaPath:"#/properties/studies/properties/featureGroups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
if(typeof data194.sensitivity !== "boolean"){
const err480 = {instancePath:instancePath+"/studies/sensitivity",schemaPath:"#/properties/studies/properties/sensitivity/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
}
else {
const err481 = {instancePath:instancePath+"/studies",schemaPath:"#/properties/studies/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
if(data.budget !== undefined){
let data201 = data.budget;
if(data201 && typeof data201 == "object" && !Array.isArray(data201)){
if(data201.maxDuration !== undefined){
let data202 = data201.maxDuration;
if(typeof data202 === "string"){
if(func2(data202) > 16){
const err482 = {instancePath:instancePath+"/budget/maxDuration",schemaPath:"#/properties/budget/properties/maxDuration/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
if(!pattern27.test(data202)){
const err483 = {instancePath:instancePath+"/budget/maxDuration",schemaPath:"#/properties/budget/properties/maxDuration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h|d))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h|d))+$"+"\""};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
}
else {
const err484 = {instancePath:instancePath+"/budget/maxDuration",schemaPath:"#/properties/budget/properties/maxDuration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
}
if(data201.maxBillableSeconds !== undefined){
let data203 = data201.maxBillableSeconds;
if(!(((typeof data203 == "number") && (!(data203 % 1) && !isNaN(data203))) && (isFinite(data203)))){
const err485 = {instancePath:instancePath+"/budget/maxBillableSeconds",schemaPath:"#/properties/budget/properties/maxBillableSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
if((typeof data203 == "number") && (isFinite(data203))){
if(data203 < 1 || isNaN(data203)){
const err486 = {instancePath:instancePath+"/budget/maxBillableSeconds",schemaPath:"#/properties/budget/properties/maxBillableSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
}
}
}
else {
const err487 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
}
let data204 = data.comparison;
if(data204 && typeof data204 == "object" && !Array.isArray(data204)){
if(data204.test === undefined){
data204.test = "CorrectedResampledT";
}
if(data204.alpha === undefined){
data204.alpha = 0.05;
}
if(data204.rope === undefined){
data204.rope = 0.01;
}
if(data204.tieBreakers === undefined){
data204.tieBreakers = [];
}
let data205 = data204.test;
if(typeof data205 !== "string"){
const err488 = {instancePath:instancePath+"/comparison/test",schemaPath:"#/properties/comparison/properties/test/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
if(!(data205 === "CorrectedResampledT")){
const err489 = {instancePath:instancePath+"/comparison/test",schemaPath:"#/properties/comparison/properties/test/enum",keyword:"enum",params:{allowedValues: schema13.properties.comparison.properties.test.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
let data206 = data204.alpha;
if((typeof data206 == "number") && (isFinite(data206))){
if(data206 > 0.5 || isNaN(data206)){
const err490 = {instancePath:instancePath+"/comparison/alpha",schemaPath:"#/properties/comparison/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.5},message:"must be <= 0.5"};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
if(data206 < 0.0001 || isNaN(data206)){
const err491 = {instancePath:instancePath+"/comparison/alpha",schemaPath:"#/properties/comparison/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.0001},message:"must be >= 0.0001"};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
}
else {
const err492 = {instancePath:instancePath+"/comparison/alpha",schemaPath:"#/properties/comparison/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
let data207 = data204.rope;
if((typeof data207 == "number") && (isFinite(data207))){
if(data207 < 0 || isNaN(data207)){
const err493 = {instancePath:instancePath+"/comparison/rope",schemaPath:"#/properties/comparison/properties/rope/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
}
else {
const err494 = {instancePath:instancePath+"/comparison/rope",schemaPath:"#/properties/comparison/properties/rope/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
let data208 = data204.tieBreakers;
if(Array.isArray(data208)){
if(data208.length > 4){
const err495 = {instancePath:instancePath+"/comparison/tieBreakers",schemaPath:"#/properties/comparison/properties/tieBreakers/maxItems",keyword:"maxItems",params:{limit: 4},message:"must NOT have more than 4 items"};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
const len17 = data208.length;
for(let i21=0; i21<len17; i21++){
let data209 = data208[i21];
if(typeof data209 !== "string"){
const err496 = {instancePath:instancePath+"/comparison/tieBreakers/" + i21,schemaPath:"#/properties/comparison/properties/tieBreakers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
if(!((((data209 === "LatencyP99") || (data209 === "ModelSize")) || (data209 === "Fairness")) || (data209 === "Explainability"))){
const err497 = {instancePath:instancePath+"/comparison/tieBreakers/" + i21,schemaPath:"#/properties/comparison/properties/tieBreakers/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.comparison.properties.tieBreakers.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
}
let i22 = data208.length;
let j4;
if(i22 > 1){
const indices4 = {};
for(;i22--;){
let item4 = data208[i22];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err498 = {instancePath:instancePath+"/comparison/tieBreakers",schemaPath:"#/properties/comparison/properties/tieBreakers/uniqueItems",keyword:"uniqueItems",params:{i: i22, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i22+" are identical)"};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
break;
}
indices4[item4] = i22;
}
}
}
else {
const err499 = {instancePath:instancePath+"/comparison/tieBreakers",schemaPath:"#/properties/comparison/properties/tieBreakers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
}
else {
const err500 = {instancePath:instancePath+"/comparison",schemaPath:"#/properties/comparison/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
let data210 = data.winner;
if(data210 && typeof data210 == "object" && !Array.isArray(data210)){
if(data210.register === undefined){
data210.register = "IfGatesPass";
}
if(data210.approvalRequired === undefined){
data210.approvalRequired = false;
}
if(data210.requireSignificance === undefined){
data210.requireSignificance = false;
}
let data211 = data210.register;
if(typeof data211 !== "string"){
const err501 = {instancePath:instancePath+"/winner/register",schemaPath:"#/properties/winner/properties/register/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
if(!((data211 === "IfGatesPass") || (data211 === "Never"))){
const err502 = {instancePath:instancePath+"/winner/register",schemaPath:"#/properties/winner/properties/register/enum",keyword:"enum",params:{allowedValues: schema13.properties.winner.properties.register.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
if(typeof data210.approvalRequired !== "boolean"){
const err503 = {instancePath:instancePath+"/winner/approvalRequired",schemaPath:"#/properties/winner/properties/approvalRequired/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
if(data210.aliases !== undefined){
let data213 = data210.aliases;
if(Array.isArray(data213)){
if(data213.length > 8){
const err504 = {instancePath:instancePath+"/winner/aliases",schemaPath:"#/properties/winner/properties/aliases/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
const len18 = data213.length;
for(let i23=0; i23<len18; i23++){
let data214 = data213[i23];
if(typeof data214 === "string"){
if(func2(data214) > 63){
const err505 = {instancePath:instancePath+"/winner/aliases/" + i23,schemaPath:"#/properties/winner/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
if(func2(data214) < 1){
const err506 = {instancePath:instancePath+"/winner/aliases/" + i23,schemaPath:"#/properties/winner/properties/aliases/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
if(!pattern0.test(data214)){
const err507 = {instancePath:instancePath+"/winner/aliases/" + i23,schemaPath:"#/properties/winner/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
}
else {
const err508 = {instancePath:instancePath+"/winner/aliases/" + i23,schemaPath:"#/properties/winner/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
}
let i24 = data213.length;
let j5;
if(i24 > 1){
const indices5 = {};
for(;i24--;){
let item5 = data213[i24];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err509 = {instancePath:instancePath+"/winner/aliases",schemaPath:"#/properties/winner/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i24, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i24+" are identical)"};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
break;
}
indices5[item5] = i24;
}
}
}
else {
const err510 = {instancePath:instancePath+"/winner/aliases",schemaPath:"#/properties/winner/properties/aliases/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
}
if(typeof data210.requireSignificance !== "boolean"){
const err511 = {instancePath:instancePath+"/winner/requireSignificance",schemaPath:"#/properties/winner/properties/requireSignificance/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
}
else {
const err512 = {instancePath:instancePath+"/winner",schemaPath:"#/properties/winner/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
if(typeof data.suspend !== "boolean"){
const err513 = {instancePath:instancePath+"/suspend",schemaPath:"#/properties/suspend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
else {
const err514 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

export const validateModelVersionSpec = validate13;
const schema14 = {"type":"object","required":["model","version","artifact","manifest"],"properties":{"model":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":40},"version":{"type":"integer","minimum":1,"maximum":2147483647},"artifact":{"type":"object","required":["uri","sha256","sizeBytes"],"properties":{"uri":{"type":"string","pattern":"^(s3|https?)://.+","minLength":5,"maxLength":1024},"sha256":{"type":"string","pattern":"^[a-f0-9]{64}$","maxLength":64},"sizeBytes":{"type":"integer","minimum":1},"format":{"type":"string","enum":["ONNX"],"default":"ONNX"}}},"manifest":{"type":"object","required":["uri","sha256"],"properties":{"uri":{"type":"string","pattern":"^(s3|https?)://.+","minLength":5,"maxLength":1024},"sha256":{"type":"string","pattern":"^[a-f0-9]{64}$","maxLength":64}}},"trainingRunRef":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253},"uid":{"type":"string","maxLength":64}}},"stage":{"type":"string","enum":["Development","Staging","Production","Archived"],"default":"Development"},"aliases":{"type":"array","maxItems":8,"items":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":63},"uniqueItems":true},"approval":{"type":"object","default":{"required":false,"state":"Pending"},"properties":{"required":{"type":"boolean","default":false},"state":{"type":"string","enum":["Pending","Approved","Rejected"],"default":"Pending"},"by":{"type":"string","maxLength":253},"reason":{"type":"string","maxLength":1024}}}}};
const pattern55 = new RegExp("^(s3|https?)://.+", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.stage === undefined){
data.stage = "Development";
}
if(data.approval === undefined){
data.approval = {"required":false,"state":"Pending"};
}
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.artifact === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "artifact"},message:"must have required property '"+"artifact"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.manifest === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "manifest"},message:"must have required property '"+"manifest"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.model !== undefined){
let data0 = data.model;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err4 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data0) < 1){
const err5 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!pattern0.test(data0)){
const err6 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 2147483647 || isNaN(data1)){
const err9 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647},message:"must be <= 2147483647"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err10 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.artifact !== undefined){
let data2 = data.artifact;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.format === undefined){
data2.format = "ONNX";
}
if(data2.uri === undefined){
const err11 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.sha256 === undefined){
const err12 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.sizeBytes === undefined){
const err13 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/required",keyword:"required",params:{missingProperty: "sizeBytes"},message:"must have required property '"+"sizeBytes"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data2.uri !== undefined){
let data3 = data2.uri;
if(typeof data3 === "string"){
if(func2(data3) > 1024){
const err14 = {instancePath:instancePath+"/artifact/uri",schemaPath:"#/properties/artifact/properties/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data3) < 5){
const err15 = {instancePath:instancePath+"/artifact/uri",schemaPath:"#/properties/artifact/properties/uri/minLength",keyword:"minLength",params:{limit: 5},message:"must NOT have fewer than 5 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern55.test(data3)){
const err16 = {instancePath:instancePath+"/artifact/uri",schemaPath:"#/properties/artifact/properties/uri/pattern",keyword:"pattern",params:{pattern: "^(s3|https?)://.+"},message:"must match pattern \""+"^(s3|https?)://.+"+"\""};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/artifact/uri",schemaPath:"#/properties/artifact/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.sha256 !== undefined){
let data4 = data2.sha256;
if(typeof data4 === "string"){
if(func2(data4) > 64){
const err18 = {instancePath:instancePath+"/artifact/sha256",schemaPath:"#/properties/artifact/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern2.test(data4)){
const err19 = {instancePath:instancePath+"/artifact/sha256",schemaPath:"#/properties/artifact/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/artifact/sha256",schemaPath:"#/properties/artifact/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.sizeBytes !== undefined){
let data5 = data2.sizeBytes;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err21 = {instancePath:instancePath+"/artifact/sizeBytes",schemaPath:"#/properties/artifact/properties/sizeBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err22 = {instancePath:instancePath+"/artifact/sizeBytes",schemaPath:"#/properties/artifact/properties/sizeBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
let data6 = data2.format;
if(typeof data6 !== "string"){
const err23 = {instancePath:instancePath+"/artifact/format",schemaPath:"#/properties/artifact/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!(data6 === "ONNX")){
const err24 = {instancePath:instancePath+"/artifact/format",schemaPath:"#/properties/artifact/properties/format/enum",keyword:"enum",params:{allowedValues: schema14.properties.artifact.properties.format.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.manifest !== undefined){
let data7 = data.manifest;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.uri === undefined){
const err26 = {instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/required",keyword:"required",params:{missingProperty: "uri"},message:"must have required property '"+"uri"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data7.sha256 === undefined){
const err27 = {instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/required",keyword:"required",params:{missingProperty: "sha256"},message:"must have required property '"+"sha256"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data7.uri !== undefined){
let data8 = data7.uri;
if(typeof data8 === "string"){
if(func2(data8) > 1024){
const err28 = {instancePath:instancePath+"/manifest/uri",schemaPath:"#/properties/manifest/properties/uri/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func2(data8) < 5){
const err29 = {instancePath:instancePath+"/manifest/uri",schemaPath:"#/properties/manifest/properties/uri/minLength",keyword:"minLength",params:{limit: 5},message:"must NOT have fewer than 5 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern55.test(data8)){
const err30 = {instancePath:instancePath+"/manifest/uri",schemaPath:"#/properties/manifest/properties/uri/pattern",keyword:"pattern",params:{pattern: "^(s3|https?)://.+"},message:"must match pattern \""+"^(s3|https?)://.+"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/manifest/uri",schemaPath:"#/properties/manifest/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data7.sha256 !== undefined){
let data9 = data7.sha256;
if(typeof data9 === "string"){
if(func2(data9) > 64){
const err32 = {instancePath:instancePath+"/manifest/sha256",schemaPath:"#/properties/manifest/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern2.test(data9)){
const err33 = {instancePath:instancePath+"/manifest/sha256",schemaPath:"#/properties/manifest/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{64}$"},message:"must match pattern \""+"^[a-f0-9]{64}$"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/manifest/sha256",schemaPath:"#/properties/manifest/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/manifest",schemaPath:"#/properties/manifest/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.trainingRunRef !== undefined){
let data10 = data.trainingRunRef;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err36 = {instancePath:instancePath+"/trainingRunRef",schemaPath:"#/properties/trainingRunRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data10.name !== undefined){
let data11 = data10.name;
if(typeof data11 === "string"){
if(func2(data11) > 253){
const err37 = {instancePath:instancePath+"/trainingRunRef/name",schemaPath:"#/properties/trainingRunRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(func2(data11) < 1){
const err38 = {instancePath:instancePath+"/trainingRunRef/name",schemaPath:"#/properties/trainingRunRef/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/trainingRunRef/name",schemaPath:"#/properties/trainingRunRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data10.uid !== undefined){
let data12 = data10.uid;
if(typeof data12 === "string"){
if(func2(data12) > 64){
const err40 = {instancePath:instancePath+"/trainingRunRef/uid",schemaPath:"#/properties/trainingRunRef/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/trainingRunRef/uid",schemaPath:"#/properties/trainingRunRef/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/trainingRunRef",schemaPath:"#/properties/trainingRunRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
let data13 = data.stage;
if(typeof data13 !== "string"){
const err43 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((((data13 === "Development") || (data13 === "Staging")) || (data13 === "Production")) || (data13 === "Archived"))){
const err44 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/enum",keyword:"enum",params:{allowedValues: schema14.properties.stage.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data.aliases !== undefined){
let data14 = data.aliases;
if(Array.isArray(data14)){
if(data14.length > 8){
const err45 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(typeof data15 === "string"){
if(func2(data15) > 63){
const err46 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(func2(data15) < 1){
const err47 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/properties/aliases/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!pattern0.test(data15)){
const err48 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
let i1 = data14.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data14[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err50 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err51 = {instancePath:instancePath+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
let data16 = data.approval;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.required === undefined){
data16.required = false;
}
if(data16.state === undefined){
data16.state = "Pending";
}
if(typeof data16.required !== "boolean"){
const err52 = {instancePath:instancePath+"/approval/required",schemaPath:"#/properties/approval/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
let data18 = data16.state;
if(typeof data18 !== "string"){
const err53 = {instancePath:instancePath+"/approval/state",schemaPath:"#/properties/approval/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!(((data18 === "Pending") || (data18 === "Approved")) || (data18 === "Rejected"))){
const err54 = {instancePath:instancePath+"/approval/state",schemaPath:"#/properties/approval/properties/state/enum",keyword:"enum",params:{allowedValues: schema14.properties.approval.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data16.by !== undefined){
let data19 = data16.by;
if(typeof data19 === "string"){
if(func2(data19) > 253){
const err55 = {instancePath:instancePath+"/approval/by",schemaPath:"#/properties/approval/properties/by/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/approval/by",schemaPath:"#/properties/approval/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data16.reason !== undefined){
let data20 = data16.reason;
if(typeof data20 === "string"){
if(func2(data20) > 1024){
const err57 = {instancePath:instancePath+"/approval/reason",schemaPath:"#/properties/approval/properties/reason/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/approval/reason",schemaPath:"#/properties/approval/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

export const validateModelDeploymentSpec = validate14;
const schema15 = {"type":"object","required":["model","version"],"properties":{"model":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":40},"version":{"type":"string","minLength":1,"maxLength":63},"paused":{"type":"boolean","default":false},"schedule":{"type":"array","maxItems":16,"items":{"type":"object","required":["replicas"],"properties":{"days":{"type":"array","maxItems":7,"items":{"type":"string","enum":["Mon","Tue","Wed","Thu","Fri","Sat","Sun"]},"uniqueItems":true},"from":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$","maxLength":5},"to":{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$","maxLength":5},"timeZone":{"type":"string","default":"UTC","pattern":"^[A-Za-z0-9_+/-]+$","minLength":1,"maxLength":64},"replicas":{"type":"integer","minimum":0,"maximum":100}}}},"platform":{"type":"object","default":{},"properties":{"type":{"type":"string","enum":["Kubernetes"],"default":"Kubernetes"}}},"server":{"type":"object","default":{},"properties":{"replicas":{"type":"integer","default":1,"minimum":0,"maximum":100},"resources":{"type":"object","default":{"requests":{"cpu":"100m","memory":"192Mi"},"limits":{"memory":"512Mi"}},"properties":{"requests":{"type":"object","maxProperties":8,"additionalProperties":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}},"limits":{"type":"object","maxProperties":8,"additionalProperties":{"pattern":"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$","maxLength":32,"anyOf":[{"type":"integer"},{"type":"string"}]}}}},"batching":{"type":"object","properties":{"maxRows":{"type":"integer","minimum":1,"maximum":65536},"maxDelay":{"type":"string","default":"0ms","pattern":"^([0-9]+(ms|s))+$","maxLength":16},"maxQueueRows":{"type":"integer","default":4096,"minimum":1,"maximum":10000000}}},"execution":{"type":"string","enum":["Auto","Inline","Worker"],"default":"Auto"},"env":{"type":"array","maxItems":32,"items":{"type":"object","required":["name","value"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","minLength":1,"maxLength":128},"value":{"type":"string","maxLength":2048}}}}}},"autoscaling":{"type":"object","properties":{"minReplicas":{"type":"integer","default":1,"minimum":1,"maximum":100},"maxReplicas":{"type":"integer","default":10,"minimum":1,"maximum":100},"targetCPU":{"type":"integer","default":70,"minimum":1,"maximum":1000},"scaleDownStabilization":{"type":"string","default":"5m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"traffic":{"type":"object","default":{},"properties":{"hosts":{"type":"array","maxItems":16,"items":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$","minLength":1,"maxLength":253},"uniqueItems":true},"gateways":{"type":"array","maxItems":8,"items":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$","minLength":3,"maxLength":253},"uniqueItems":true},"path":{"type":"string","default":"/","pattern":"^/[-A-Za-z0-9._~/]*$","minLength":1,"maxLength":256},"timeout":{"type":"string","default":"2s","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"retries":{"type":"integer","default":0,"minimum":0,"maximum":10},"sticky":{"type":"object","properties":{"userHeader":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":64},"userCookie":{"type":"string","pattern":"^[A-Za-z0-9_.-]+$","minLength":1,"maxLength":64}}}}},"rollout":{"type":"object","default":{},"properties":{"strategy":{"type":"string","enum":["Canary","BlueGreen","Recreate","Shadow","ABTest"],"default":"Canary"},"steps":{"type":"array","default":[{"weight":5,"hold":"1m"},{"weight":25,"hold":"2m"},{"weight":50,"hold":"2m"}],"minItems":1,"maxItems":20,"items":{"type":"object","required":["weight"],"properties":{"weight":{"type":"integer","minimum":0,"maximum":99},"hold":{"type":"string","default":"1m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}}},"blueGreen":{"type":"object","default":{},"properties":{"mirror":{"type":"integer","default":100,"minimum":0,"maximum":100},"hold":{"type":"string","default":"1m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"shadow":{"type":"object","properties":{"percent":{"type":"integer","default":10,"minimum":1,"maximum":100},"maxDisagreement":{"type":"number","default":0.02,"minimum":0.0001,"maximum":0.9999},"tolerance":{"type":"number","default":0.01,"minimum":0,"maximum":1},"minRequests":{"type":"integer","default":500,"minimum":1,"maximum":1000000},"hold":{"type":"string","default":"1m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"onPass":{"type":"string","enum":["Wait","Promote"],"default":"Wait"}}},"abTest":{"type":"object","default":{},"properties":{"split":{"type":"integer","default":50,"minimum":1,"maximum":99},"metric":{"type":"string","enum":["reward"],"default":"reward"},"direction":{"type":"string","enum":["Maximize","Minimize"],"default":"Maximize"},"minSamples":{"type":"integer","default":30,"minimum":30,"maximum":1000000},"alpha":{"type":"number","default":0.05,"minimum":0.000001,"maximum":0.2},"maxDuration":{"type":"string","default":"168h","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"onWinner":{"type":"string","enum":["Promote","Wait"],"default":"Promote"}}},"approval":{"type":"object","default":{},"properties":{"beforeStep":{"type":"array","maxItems":20,"items":{"type":"integer","minimum":1,"maximum":20},"uniqueItems":true},"beforePromotion":{"type":"boolean","default":false}}},"previewHeader":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":64},"rollbackWindow":{"type":"string","default":"1h","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"progressDeadline":{"type":"string","default":"10m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"scaleDownDelay":{"type":"string","default":"30s","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"shield":{"type":"object","default":{},"properties":{"mode":{"type":"string","enum":["Auto","Off"],"default":"Auto"},"tryTimeout":{"type":"string","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16}}},"analysis":{"type":"object","default":{},"properties":{"source":{"type":"object","default":{},"properties":{"prometheus":{"type":"object","required":["url"],"properties":{"url":{"type":"string","pattern":"^https?://.+","minLength":8,"maxLength":512}}},"pods":{"type":"boolean","default":true}}},"interval":{"type":"string","default":"1s","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"slos":{"type":"array","default":[{"name":"errors","type":"ErrorRatio","max":0.01}],"maxItems":8,"items":{"type":"object","required":["name","type"],"properties":{"name":{"type":"string","pattern":"^[a-z]([-a-z0-9]*[a-z0-9])?$","minLength":1,"maxLength":40},"type":{"type":"string","enum":["ErrorRatio","Latency","Query"]},"max":{"type":"number"},"min":{"type":"number"},"quantile":{"type":"number","minimum":0.5,"maximum":0.9999},"maxLatency":{"type":"string","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"query":{"type":"string","minLength":1,"maxLength":2048}}}},"compareToStable":{"type":"boolean","default":true},"alpha":{"type":"number","default":0.01,"minimum":0.000001,"maximum":0.2},"presumedBurst":{"type":"integer","default":20,"minimum":1,"maximum":1000},"minRequests":{"type":"integer","default":100,"minimum":0,"maximum":1000000},"promotion":{"type":"object","default":{},"properties":{"confidence":{"type":"number","default":0.95,"minimum":0.5,"maximum":0.9999},"margin":{"type":"number","default":0.01,"minimum":0,"maximum":1}}},"guardrails":{"type":"object","default":{},"properties":{"predictionDrift":{"type":"number","minimum":0.01,"maximum":10},"invalidOutputRatio":{"type":"number","minimum":0,"maximum":1}}},"holdDeadline":{"type":"string","default":"30m","pattern":"^([0-9]+(ms|s|m|h))+$","maxLength":16},"onHoldDeadline":{"type":"string","enum":["Rollback","KeepHolding"],"default":"Rollback"}}}}}}};
const pattern61 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u");
const pattern63 = new RegExp("^[A-Za-z0-9_+/-]+$", "u");
const pattern66 = new RegExp("^([0-9]+(ms|s))+$", "u");
const pattern69 = new RegExp("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", "u");
const pattern70 = new RegExp("^[a-z0-9]([-a-z0-9]*[a-z0-9])?/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$", "u");
const pattern71 = new RegExp("^/[-A-Za-z0-9._~/]*$", "u");
const pattern74 = new RegExp("^[A-Za-z0-9_.-]+$", "u");
const pattern84 = new RegExp("^https?://.+", "u");

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.paused === undefined){
data.paused = false;
}
if(data.platform === undefined){
data.platform = {};
}
if(data.server === undefined){
data.server = {};
}
if(data.traffic === undefined){
data.traffic = {};
}
if(data.rollout === undefined){
data.rollout = {};
}
if(data.model === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model"},message:"must have required property '"+"model"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.version === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.model !== undefined){
let data0 = data.model;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err2 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func2(data0) < 1){
const err3 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern0.test(data0)){
const err4 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if(typeof data1 === "string"){
if(func2(data1) > 63){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(typeof data.paused !== "boolean"){
const err9 = {instancePath:instancePath+"/paused",schemaPath:"#/properties/paused/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.schedule !== undefined){
let data3 = data.schedule;
if(Array.isArray(data3)){
if(data3.length > 16){
const err10 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.timeZone === undefined){
data4.timeZone = "UTC";
}
if(data4.replicas === undefined){
const err11 = {instancePath:instancePath+"/schedule/" + i0,schemaPath:"#/properties/schedule/items/required",keyword:"required",params:{missingProperty: "replicas"},message:"must have required property '"+"replicas"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4.days !== undefined){
let data5 = data4.days;
if(Array.isArray(data5)){
if(data5.length > 7){
const err12 = {instancePath:instancePath+"/schedule/" + i0+"/days",schemaPath:"#/properties/schedule/items/properties/days/maxItems",keyword:"maxItems",params:{limit: 7},message:"must NOT have more than 7 items"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/schedule/" + i0+"/days/" + i1,schemaPath:"#/properties/schedule/items/properties/days/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!(((((((data6 === "Mon") || (data6 === "Tue")) || (data6 === "Wed")) || (data6 === "Thu")) || (data6 === "Fri")) || (data6 === "Sat")) || (data6 === "Sun"))){
const err14 = {instancePath:instancePath+"/schedule/" + i0+"/days/" + i1,schemaPath:"#/properties/schedule/items/properties/days/items/enum",keyword:"enum",params:{allowedValues: schema15.properties.schedule.items.properties.days.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
let i2 = data5.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data5[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err15 = {instancePath:instancePath+"/schedule/" + i0+"/days",schemaPath:"#/properties/schedule/items/properties/days/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err16 = {instancePath:instancePath+"/schedule/" + i0+"/days",schemaPath:"#/properties/schedule/items/properties/days/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.from !== undefined){
let data7 = data4.from;
if(typeof data7 === "string"){
if(func2(data7) > 5){
const err17 = {instancePath:instancePath+"/schedule/" + i0+"/from",schemaPath:"#/properties/schedule/items/properties/from/maxLength",keyword:"maxLength",params:{limit: 5},message:"must NOT have more than 5 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern61.test(data7)){
const err18 = {instancePath:instancePath+"/schedule/" + i0+"/from",schemaPath:"#/properties/schedule/items/properties/from/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]$"+"\""};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/schedule/" + i0+"/from",schemaPath:"#/properties/schedule/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.to !== undefined){
let data8 = data4.to;
if(typeof data8 === "string"){
if(func2(data8) > 5){
const err20 = {instancePath:instancePath+"/schedule/" + i0+"/to",schemaPath:"#/properties/schedule/items/properties/to/maxLength",keyword:"maxLength",params:{limit: 5},message:"must NOT have more than 5 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!pattern61.test(data8)){
const err21 = {instancePath:instancePath+"/schedule/" + i0+"/to",schemaPath:"#/properties/schedule/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$"},message:"must match pattern \""+"^([01][0-9]|2[0-3]):[0-5][0-9]$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/schedule/" + i0+"/to",schemaPath:"#/properties/schedule/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
let data9 = data4.timeZone;
if(typeof data9 === "string"){
if(func2(data9) > 64){
const err23 = {instancePath:instancePath+"/schedule/" + i0+"/timeZone",schemaPath:"#/properties/schedule/items/properties/timeZone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func2(data9) < 1){
const err24 = {instancePath:instancePath+"/schedule/" + i0+"/timeZone",schemaPath:"#/properties/schedule/items/properties/timeZone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern63.test(data9)){
const err25 = {instancePath:instancePath+"/schedule/" + i0+"/timeZone",schemaPath:"#/properties/schedule/items/properties/timeZone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_+/-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_+/-]+$"+"\""};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/schedule/" + i0+"/timeZone",schemaPath:"#/properties/schedule/items/properties/timeZone/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data4.replicas !== undefined){
let data10 = data4.replicas;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err27 = {instancePath:instancePath+"/schedule/" + i0+"/replicas",schemaPath:"#/properties/schedule/items/properties/replicas/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 100 || isNaN(data10)){
const err28 = {instancePath:instancePath+"/schedule/" + i0+"/replicas",schemaPath:"#/properties/schedule/items/properties/replicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err29 = {instancePath:instancePath+"/schedule/" + i0+"/replicas",schemaPath:"#/properties/schedule/items/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/schedule/" + i0,schemaPath:"#/properties/schedule/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
let data11 = data.platform;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.type === undefined){
data11.type = "Kubernetes";
}
let data12 = data11.type;
if(typeof data12 !== "string"){
const err32 = {instancePath:instancePath+"/platform/type",schemaPath:"#/properties/platform/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!(data12 === "Kubernetes")){
const err33 = {instancePath:instancePath+"/platform/type",schemaPath:"#/properties/platform/properties/type/enum",keyword:"enum",params:{allowedValues: schema15.properties.platform.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
let data13 = data.server;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.replicas === undefined){
data13.replicas = 1;
}
if(data13.resources === undefined){
data13.resources = {"requests":{"cpu":"100m","memory":"192Mi"},"limits":{"memory":"512Mi"}};
}
if(data13.execution === undefined){
data13.execution = "Auto";
}
let data14 = data13.replicas;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err35 = {instancePath:instancePath+"/server/replicas",schemaPath:"#/properties/server/properties/replicas/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 100 || isNaN(data14)){
const err36 = {instancePath:instancePath+"/server/replicas",schemaPath:"#/properties/server/properties/replicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err37 = {instancePath:instancePath+"/server/replicas",schemaPath:"#/properties/server/properties/replicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
let data15 = data13.resources;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.requests !== undefined){
let data16 = data15.requests;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length > 8){
const err38 = {instancePath:instancePath+"/server/resources/requests",schemaPath:"#/properties/server/properties/resources/properties/requests/maxProperties",keyword:"maxProperties",params:{limit: 8},message:"must NOT have more than 8 properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key0 in data16){
let data17 = data16[key0];
const _errs37 = errors;
let valid11 = false;
const _errs38 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err39 = {instancePath:instancePath+"/server/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/requests/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var _valid0 = _errs38 === errors;
valid11 = valid11 || _valid0;
if(!valid11){
const _errs40 = errors;
if(typeof data17 !== "string"){
const err40 = {instancePath:instancePath+"/server/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/requests/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var _valid0 = _errs40 === errors;
valid11 = valid11 || _valid0;
}
if(!valid11){
const err41 = {instancePath:instancePath+"/server/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/requests/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
else {
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
}
if(typeof data17 === "string"){
if(func2(data17) > 32){
const err42 = {instancePath:instancePath+"/server/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/requests/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern17.test(data17)){
const err43 = {instancePath:instancePath+"/server/resources/requests/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/requests/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
}
else {
const err44 = {instancePath:instancePath+"/server/resources/requests",schemaPath:"#/properties/server/properties/resources/properties/requests/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.limits !== undefined){
let data18 = data15.limits;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(Object.keys(data18).length > 8){
const err45 = {instancePath:instancePath+"/server/resources/limits",schemaPath:"#/properties/server/properties/resources/properties/limits/maxProperties",keyword:"maxProperties",params:{limit: 8},message:"must NOT have more than 8 properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
for(const key1 in data18){
let data19 = data18[key1];
const _errs46 = errors;
let valid13 = false;
const _errs47 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err46 = {instancePath:instancePath+"/server/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/limits/additionalProperties/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid1 = _errs47 === errors;
valid13 = valid13 || _valid1;
if(!valid13){
const _errs49 = errors;
if(typeof data19 !== "string"){
const err47 = {instancePath:instancePath+"/server/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/limits/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var _valid1 = _errs49 === errors;
valid13 = valid13 || _valid1;
}
if(!valid13){
const err48 = {instancePath:instancePath+"/server/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/limits/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
if(typeof data19 === "string"){
if(func2(data19) > 32){
const err49 = {instancePath:instancePath+"/server/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/limits/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern17.test(data19)){
const err50 = {instancePath:instancePath+"/server/resources/limits/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/server/properties/resources/properties/limits/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"},message:"must match pattern \""+"^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$"+"\""};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
else {
const err51 = {instancePath:instancePath+"/server/resources/limits",schemaPath:"#/properties/server/properties/resources/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/server/resources",schemaPath:"#/properties/server/properties/resources/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data13.batching !== undefined){
let data20 = data13.batching;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.maxDelay === undefined){
data20.maxDelay = "0ms";
}
if(data20.maxQueueRows === undefined){
data20.maxQueueRows = 4096;
}
if(data20.maxRows !== undefined){
let data21 = data20.maxRows;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err53 = {instancePath:instancePath+"/server/batching/maxRows",schemaPath:"#/properties/server/properties/batching/properties/maxRows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 65536 || isNaN(data21)){
const err54 = {instancePath:instancePath+"/server/batching/maxRows",schemaPath:"#/properties/server/properties/batching/properties/maxRows/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65536},message:"must be <= 65536"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err55 = {instancePath:instancePath+"/server/batching/maxRows",schemaPath:"#/properties/server/properties/batching/properties/maxRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
let data22 = data20.maxDelay;
if(typeof data22 === "string"){
if(func2(data22) > 16){
const err56 = {instancePath:instancePath+"/server/batching/maxDelay",schemaPath:"#/properties/server/properties/batching/properties/maxDelay/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!pattern66.test(data22)){
const err57 = {instancePath:instancePath+"/server/batching/maxDelay",schemaPath:"#/properties/server/properties/batching/properties/maxDelay/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s))+$"},message:"must match pattern \""+"^([0-9]+(ms|s))+$"+"\""};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/server/batching/maxDelay",schemaPath:"#/properties/server/properties/batching/properties/maxDelay/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
let data23 = data20.maxQueueRows;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err59 = {instancePath:instancePath+"/server/batching/maxQueueRows",schemaPath:"#/properties/server/properties/batching/properties/maxQueueRows/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 10000000 || isNaN(data23)){
const err60 = {instancePath:instancePath+"/server/batching/maxQueueRows",schemaPath:"#/properties/server/properties/batching/properties/maxQueueRows/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},message:"must be <= 10000000"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err61 = {instancePath:instancePath+"/server/batching/maxQueueRows",schemaPath:"#/properties/server/properties/batching/properties/maxQueueRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/server/batching",schemaPath:"#/properties/server/properties/batching/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
let data24 = data13.execution;
if(typeof data24 !== "string"){
const err63 = {instancePath:instancePath+"/server/execution",schemaPath:"#/properties/server/properties/execution/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!(((data24 === "Auto") || (data24 === "Inline")) || (data24 === "Worker"))){
const err64 = {instancePath:instancePath+"/server/execution",schemaPath:"#/properties/server/properties/execution/enum",keyword:"enum",params:{allowedValues: schema15.properties.server.properties.execution.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data13.env !== undefined){
let data25 = data13.env;
if(Array.isArray(data25)){
if(data25.length > 32){
const err65 = {instancePath:instancePath+"/server/env",schemaPath:"#/properties/server/properties/env/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
const len2 = data25.length;
for(let i3=0; i3<len2; i3++){
let data26 = data25[i3];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.name === undefined){
const err66 = {instancePath:instancePath+"/server/env/" + i3,schemaPath:"#/properties/server/properties/env/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data26.value === undefined){
const err67 = {instancePath:instancePath+"/server/env/" + i3,schemaPath:"#/properties/server/properties/env/items/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data26.name !== undefined){
let data27 = data26.name;
if(typeof data27 === "string"){
if(func2(data27) > 128){
const err68 = {instancePath:instancePath+"/server/env/" + i3+"/name",schemaPath:"#/properties/server/properties/env/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(func2(data27) < 1){
const err69 = {instancePath:instancePath+"/server/env/" + i3+"/name",schemaPath:"#/properties/server/properties/env/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!pattern22.test(data27)){
const err70 = {instancePath:instancePath+"/server/env/" + i3+"/name",schemaPath:"#/properties/server/properties/env/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/server/env/" + i3+"/name",schemaPath:"#/properties/server/properties/env/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data26.value !== undefined){
let data28 = data26.value;
if(typeof data28 === "string"){
if(func2(data28) > 2048){
const err72 = {instancePath:instancePath+"/server/env/" + i3+"/value",schemaPath:"#/properties/server/properties/env/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/server/env/" + i3+"/value",schemaPath:"#/properties/server/properties/env/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/server/env/" + i3,schemaPath:"#/properties/server/properties/env/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/server/env",schemaPath:"#/properties/server/properties/env/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/server",schemaPath:"#/properties/server/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data.autoscaling !== undefined){
let data29 = data.autoscaling;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.minReplicas === undefined){
data29.minReplicas = 1;
}
if(data29.maxReplicas === undefined){
data29.maxReplicas = 10;
}
if(data29.targetCPU === undefined){
data29.targetCPU = 70;
}
if(data29.scaleDownStabilization === undefined){
data29.scaleDownStabilization = "5m";
}
let data30 = data29.minReplicas;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err77 = {instancePath:instancePath+"/autoscaling/minReplicas",schemaPath:"#/properties/autoscaling/properties/minReplicas/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 100 || isNaN(data30)){
const err78 = {instancePath:instancePath+"/autoscaling/minReplicas",schemaPath:"#/properties/autoscaling/properties/minReplicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err79 = {instancePath:instancePath+"/autoscaling/minReplicas",schemaPath:"#/properties/autoscaling/properties/minReplicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
let data31 = data29.maxReplicas;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err80 = {instancePath:instancePath+"/autoscaling/maxReplicas",schemaPath:"#/properties/autoscaling/properties/maxReplicas/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 100 || isNaN(data31)){
const err81 = {instancePath:instancePath+"/autoscaling/maxReplicas",schemaPath:"#/properties/autoscaling/properties/maxReplicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err82 = {instancePath:instancePath+"/autoscaling/maxReplicas",schemaPath:"#/properties/autoscaling/properties/maxReplicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
let data32 = data29.targetCPU;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err83 = {instancePath:instancePath+"/autoscaling/targetCPU",schemaPath:"#/properties/autoscaling/properties/targetCPU/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 1000 || isNaN(data32)){
const err84 = {instancePath:instancePath+"/autoscaling/targetCPU",schemaPath:"#/properties/autoscaling/properties/targetCPU/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(data32 < 1 || isNaN(data32)){
const err85 = {instancePath:instancePath+"/autoscaling/targetCPU",schemaPath:"#/properties/autoscaling/properties/targetCPU/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
let data33 = data29.scaleDownStabilization;
if(typeof data33 === "string"){
if(func2(data33) > 16){
const err86 = {instancePath:instancePath+"/autoscaling/scaleDownStabilization",schemaPath:"#/properties/autoscaling/properties/scaleDownStabilization/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern24.test(data33)){
const err87 = {instancePath:instancePath+"/autoscaling/scaleDownStabilization",schemaPath:"#/properties/autoscaling/properties/scaleDownStabilization/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/autoscaling/scaleDownStabilization",schemaPath:"#/properties/autoscaling/properties/scaleDownStabilization/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/autoscaling",schemaPath:"#/properties/autoscaling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
let data34 = data.traffic;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.path === undefined){
data34.path = "/";
}
if(data34.timeout === undefined){
data34.timeout = "2s";
}
if(data34.retries === undefined){
data34.retries = 0;
}
if(data34.hosts !== undefined){
let data35 = data34.hosts;
if(Array.isArray(data35)){
if(data35.length > 16){
const err90 = {instancePath:instancePath+"/traffic/hosts",schemaPath:"#/properties/traffic/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
const len3 = data35.length;
for(let i4=0; i4<len3; i4++){
let data36 = data35[i4];
if(typeof data36 === "string"){
if(func2(data36) > 253){
const err91 = {instancePath:instancePath+"/traffic/hosts/" + i4,schemaPath:"#/properties/traffic/properties/hosts/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(func2(data36) < 1){
const err92 = {instancePath:instancePath+"/traffic/hosts/" + i4,schemaPath:"#/properties/traffic/properties/hosts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!pattern69.test(data36)){
const err93 = {instancePath:instancePath+"/traffic/hosts/" + i4,schemaPath:"#/properties/traffic/properties/hosts/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/traffic/hosts/" + i4,schemaPath:"#/properties/traffic/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
let i5 = data35.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data35[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err95 = {instancePath:instancePath+"/traffic/hosts",schemaPath:"#/properties/traffic/properties/hosts/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err96 = {instancePath:instancePath+"/traffic/hosts",schemaPath:"#/properties/traffic/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data34.gateways !== undefined){
let data37 = data34.gateways;
if(Array.isArray(data37)){
if(data37.length > 8){
const err97 = {instancePath:instancePath+"/traffic/gateways",schemaPath:"#/properties/traffic/properties/gateways/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
const len4 = data37.length;
for(let i6=0; i6<len4; i6++){
let data38 = data37[i6];
if(typeof data38 === "string"){
if(func2(data38) > 253){
const err98 = {instancePath:instancePath+"/traffic/gateways/" + i6,schemaPath:"#/properties/traffic/properties/gateways/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(func2(data38) < 3){
const err99 = {instancePath:instancePath+"/traffic/gateways/" + i6,schemaPath:"#/properties/traffic/properties/gateways/items/minLength",keyword:"minLength",params:{limit: 3},message:"must NOT have fewer than 3 characters"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!pattern70.test(data38)){
const err100 = {instancePath:instancePath+"/traffic/gateways/" + i6,schemaPath:"#/properties/traffic/properties/gateways/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/traffic/gateways/" + i6,schemaPath:"#/properties/traffic/properties/gateways/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
let i7 = data37.length;
let j2;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data37[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err102 = {instancePath:instancePath+"/traffic/gateways",schemaPath:"#/properties/traffic/properties/gateways/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
break;
}
indices2[item2] = i7;
}
}
}
else {
const err103 = {instancePath:instancePath+"/traffic/gateways",schemaPath:"#/properties/traffic/properties/gateways/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
let data39 = data34.path;
if(typeof data39 === "string"){
if(func2(data39) > 256){
const err104 = {instancePath:instancePath+"/traffic/path",schemaPath:"#/properties/traffic/properties/path/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(func2(data39) < 1){
const err105 = {instancePath:instancePath+"/traffic/path",schemaPath:"#/properties/traffic/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(!pattern71.test(data39)){
const err106 = {instancePath:instancePath+"/traffic/path",schemaPath:"#/properties/traffic/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[-A-Za-z0-9._~/]*$"},message:"must match pattern \""+"^/[-A-Za-z0-9._~/]*$"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/traffic/path",schemaPath:"#/properties/traffic/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
let data40 = data34.timeout;
if(typeof data40 === "string"){
if(func2(data40) > 16){
const err108 = {instancePath:instancePath+"/traffic/timeout",schemaPath:"#/properties/traffic/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(!pattern24.test(data40)){
const err109 = {instancePath:instancePath+"/traffic/timeout",schemaPath:"#/properties/traffic/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/traffic/timeout",schemaPath:"#/properties/traffic/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
let data41 = data34.retries;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err111 = {instancePath:instancePath+"/traffic/retries",schemaPath:"#/properties/traffic/properties/retries/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 10 || isNaN(data41)){
const err112 = {instancePath:instancePath+"/traffic/retries",schemaPath:"#/properties/traffic/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err113 = {instancePath:instancePath+"/traffic/retries",schemaPath:"#/properties/traffic/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data34.sticky !== undefined){
let data42 = data34.sticky;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.userHeader !== undefined){
let data43 = data42.userHeader;
if(typeof data43 === "string"){
if(func2(data43) > 64){
const err114 = {instancePath:instancePath+"/traffic/sticky/userHeader",schemaPath:"#/properties/traffic/properties/sticky/properties/userHeader/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(func2(data43) < 1){
const err115 = {instancePath:instancePath+"/traffic/sticky/userHeader",schemaPath:"#/properties/traffic/properties/sticky/properties/userHeader/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!pattern19.test(data43)){
const err116 = {instancePath:instancePath+"/traffic/sticky/userHeader",schemaPath:"#/properties/traffic/properties/sticky/properties/userHeader/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/traffic/sticky/userHeader",schemaPath:"#/properties/traffic/properties/sticky/properties/userHeader/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data42.userCookie !== undefined){
let data44 = data42.userCookie;
if(typeof data44 === "string"){
if(func2(data44) > 64){
const err118 = {instancePath:instancePath+"/traffic/sticky/userCookie",schemaPath:"#/properties/traffic/properties/sticky/properties/userCookie/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(func2(data44) < 1){
const err119 = {instancePath:instancePath+"/traffic/sticky/userCookie",schemaPath:"#/properties/traffic/properties/sticky/properties/userCookie/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(!pattern74.test(data44)){
const err120 = {instancePath:instancePath+"/traffic/sticky/userCookie",schemaPath:"#/properties/traffic/properties/sticky/properties/userCookie/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]+$"+"\""};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/traffic/sticky/userCookie",schemaPath:"#/properties/traffic/properties/sticky/properties/userCookie/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/traffic/sticky",schemaPath:"#/properties/traffic/properties/sticky/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/traffic",schemaPath:"#/properties/traffic/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
let data45 = data.rollout;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(data45.strategy === undefined){
data45.strategy = "Canary";
}
if(data45.steps === undefined){
data45.steps = [{"weight":5,"hold":"1m"},{"weight":25,"hold":"2m"},{"weight":50,"hold":"2m"}];
}
if(data45.blueGreen === undefined){
data45.blueGreen = {};
}
if(data45.abTest === undefined){
data45.abTest = {};
}
if(data45.approval === undefined){
data45.approval = {};
}
if(data45.rollbackWindow === undefined){
data45.rollbackWindow = "1h";
}
if(data45.progressDeadline === undefined){
data45.progressDeadline = "10m";
}
if(data45.scaleDownDelay === undefined){
data45.scaleDownDelay = "30s";
}
if(data45.shield === undefined){
data45.shield = {};
}
if(data45.analysis === undefined){
data45.analysis = {};
}
let data46 = data45.strategy;
if(typeof data46 !== "string"){
const err124 = {instancePath:instancePath+"/rollout/strategy",schemaPath:"#/properties/rollout/properties/strategy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!(((((data46 === "Canary") || (data46 === "BlueGreen")) || (data46 === "Recreate")) || (data46 === "Shadow")) || (data46 === "ABTest"))){
const err125 = {instancePath:instancePath+"/rollout/strategy",schemaPath:"#/properties/rollout/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.strategy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
let data47 = data45.steps;
if(Array.isArray(data47)){
if(data47.length > 20){
const err126 = {instancePath:instancePath+"/rollout/steps",schemaPath:"#/properties/rollout/properties/steps/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data47.length < 1){
const err127 = {instancePath:instancePath+"/rollout/steps",schemaPath:"#/properties/rollout/properties/steps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
const len5 = data47.length;
for(let i8=0; i8<len5; i8++){
let data48 = data47[i8];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.hold === undefined){
data48.hold = "1m";
}
if(data48.weight === undefined){
const err128 = {instancePath:instancePath+"/rollout/steps/" + i8,schemaPath:"#/properties/rollout/properties/steps/items/required",keyword:"required",params:{missingProperty: "weight"},message:"must have required property '"+"weight"+"'"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data48.weight !== undefined){
let data49 = data48.weight;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err129 = {instancePath:instancePath+"/rollout/steps/" + i8+"/weight",schemaPath:"#/properties/rollout/properties/steps/items/properties/weight/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 99 || isNaN(data49)){
const err130 = {instancePath:instancePath+"/rollout/steps/" + i8+"/weight",schemaPath:"#/properties/rollout/properties/steps/items/properties/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data49 < 0 || isNaN(data49)){
const err131 = {instancePath:instancePath+"/rollout/steps/" + i8+"/weight",schemaPath:"#/properties/rollout/properties/steps/items/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
let data50 = data48.hold;
if(typeof data50 === "string"){
if(func2(data50) > 16){
const err132 = {instancePath:instancePath+"/rollout/steps/" + i8+"/hold",schemaPath:"#/properties/rollout/properties/steps/items/properties/hold/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!pattern24.test(data50)){
const err133 = {instancePath:instancePath+"/rollout/steps/" + i8+"/hold",schemaPath:"#/properties/rollout/properties/steps/items/properties/hold/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
else {
const err134 = {instancePath:instancePath+"/rollout/steps/" + i8+"/hold",schemaPath:"#/properties/rollout/properties/steps/items/properties/hold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/rollout/steps/" + i8,schemaPath:"#/properties/rollout/properties/steps/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/rollout/steps",schemaPath:"#/properties/rollout/properties/steps/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
let data51 = data45.blueGreen;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.mirror === undefined){
data51.mirror = 100;
}
if(data51.hold === undefined){
data51.hold = "1m";
}
let data52 = data51.mirror;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err137 = {instancePath:instancePath+"/rollout/blueGreen/mirror",schemaPath:"#/properties/rollout/properties/blueGreen/properties/mirror/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 100 || isNaN(data52)){
const err138 = {instancePath:instancePath+"/rollout/blueGreen/mirror",schemaPath:"#/properties/rollout/properties/blueGreen/properties/mirror/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data52 < 0 || isNaN(data52)){
const err139 = {instancePath:instancePath+"/rollout/blueGreen/mirror",schemaPath:"#/properties/rollout/properties/blueGreen/properties/mirror/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
let data53 = data51.hold;
if(typeof data53 === "string"){
if(func2(data53) > 16){
const err140 = {instancePath:instancePath+"/rollout/blueGreen/hold",schemaPath:"#/properties/rollout/properties/blueGreen/properties/hold/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(!pattern24.test(data53)){
const err141 = {instancePath:instancePath+"/rollout/blueGreen/hold",schemaPath:"#/properties/rollout/properties/blueGreen/properties/hold/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/rollout/blueGreen/hold",schemaPath:"#/properties/rollout/properties/blueGreen/properties/hold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/rollout/blueGreen",schemaPath:"#/properties/rollout/properties/blueGreen/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data45.shadow !== undefined){
let data54 = data45.shadow;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.percent === undefined){
data54.percent = 10;
}
if(data54.maxDisagreement === undefined){
data54.maxDisagreement = 0.02;
}
if(data54.tolerance === undefined){
data54.tolerance = 0.01;
}
if(data54.minRequests === undefined){
data54.minRequests = 500;
}
if(data54.hold === undefined){
data54.hold = "1m";
}
if(data54.onPass === undefined){
data54.onPass = "Wait";
}
let data55 = data54.percent;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err144 = {instancePath:instancePath+"/rollout/shadow/percent",schemaPath:"#/properties/rollout/properties/shadow/properties/percent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 100 || isNaN(data55)){
const err145 = {instancePath:instancePath+"/rollout/shadow/percent",schemaPath:"#/properties/rollout/properties/shadow/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data55 < 1 || isNaN(data55)){
const err146 = {instancePath:instancePath+"/rollout/shadow/percent",schemaPath:"#/properties/rollout/properties/shadow/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
let data56 = data54.maxDisagreement;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 0.9999 || isNaN(data56)){
const err147 = {instancePath:instancePath+"/rollout/shadow/maxDisagreement",schemaPath:"#/properties/rollout/properties/shadow/properties/maxDisagreement/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.9999},message:"must be <= 0.9999"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data56 < 0.0001 || isNaN(data56)){
const err148 = {instancePath:instancePath+"/rollout/shadow/maxDisagreement",schemaPath:"#/properties/rollout/properties/shadow/properties/maxDisagreement/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.0001},message:"must be >= 0.0001"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/rollout/shadow/maxDisagreement",schemaPath:"#/properties/rollout/properties/shadow/properties/maxDisagreement/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
let data57 = data54.tolerance;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
const err150 = {instancePath:instancePath+"/rollout/shadow/tolerance",schemaPath:"#/properties/rollout/properties/shadow/properties/tolerance/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err151 = {instancePath:instancePath+"/rollout/shadow/tolerance",schemaPath:"#/properties/rollout/properties/shadow/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/rollout/shadow/tolerance",schemaPath:"#/properties/rollout/properties/shadow/properties/tolerance/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
let data58 = data54.minRequests;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err153 = {instancePath:instancePath+"/rollout/shadow/minRequests",schemaPath:"#/properties/rollout/properties/shadow/properties/minRequests/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000000 || isNaN(data58)){
const err154 = {instancePath:instancePath+"/rollout/shadow/minRequests",schemaPath:"#/properties/rollout/properties/shadow/properties/minRequests/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err155 = {instancePath:instancePath+"/rollout/shadow/minRequests",schemaPath:"#/properties/rollout/properties/shadow/properties/minRequests/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
let data59 = data54.hold;
if(typeof data59 === "string"){
if(func2(data59) > 16){
const err156 = {instancePath:instancePath+"/rollout/shadow/hold",schemaPath:"#/properties/rollout/properties/shadow/properties/hold/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!pattern24.test(data59)){
const err157 = {instancePath:instancePath+"/rollout/shadow/hold",schemaPath:"#/properties/rollout/properties/shadow/properties/hold/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/rollout/shadow/hold",schemaPath:"#/properties/rollout/properties/shadow/properties/hold/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
let data60 = data54.onPass;
if(typeof data60 !== "string"){
const err159 = {instancePath:instancePath+"/rollout/shadow/onPass",schemaPath:"#/properties/rollout/properties/shadow/properties/onPass/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(!((data60 === "Wait") || (data60 === "Promote"))){
const err160 = {instancePath:instancePath+"/rollout/shadow/onPass",schemaPath:"#/properties/rollout/properties/shadow/properties/onPass/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.shadow.properties.onPass.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/rollout/shadow",schemaPath:"#/properties/rollout/properties/shadow/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
let data61 = data45.abTest;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.split === undefined){
data61.split = 50;
}
if(data61.metric === undefined){
data61.metric = "reward";
}
if(data61.direction === undefined){
data61.direction = "Maximize";
}
if(data61.minSamples === undefined){
data61.minSamples = 30;
}
if(data61.alpha === undefined){
data61.alpha = 0.05;
}
if(data61.maxDuration === undefined){
data61.maxDuration = "168h";
}
if(data61.onWinner === undefined){
data61.onWinner = "Promote";
}
let data62 = data61.split;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err162 = {instancePath:instancePath+"/rollout/abTest/split",schemaPath:"#/properties/rollout/properties/abTest/properties/split/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 99 || isNaN(data62)){
const err163 = {instancePath:instancePath+"/rollout/abTest/split",schemaPath:"#/properties/rollout/properties/abTest/properties/split/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data62 < 1 || isNaN(data62)){
const err164 = {instancePath:instancePath+"/rollout/abTest/split",schemaPath:"#/properties/rollout/properties/abTest/properties/split/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
let data63 = data61.metric;
if(typeof data63 !== "string"){
const err165 = {instancePath:instancePath+"/rollout/abTest/metric",schemaPath:"#/properties/rollout/properties/abTest/properties/metric/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(!(data63 === "reward")){
const err166 = {instancePath:instancePath+"/rollout/abTest/metric",schemaPath:"#/properties/rollout/properties/abTest/properties/metric/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.abTest.properties.metric.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
let data64 = data61.direction;
if(typeof data64 !== "string"){
const err167 = {instancePath:instancePath+"/rollout/abTest/direction",schemaPath:"#/properties/rollout/properties/abTest/properties/direction/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!((data64 === "Maximize") || (data64 === "Minimize"))){
const err168 = {instancePath:instancePath+"/rollout/abTest/direction",schemaPath:"#/properties/rollout/properties/abTest/properties/direction/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.abTest.properties.direction.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
let data65 = data61.minSamples;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
const err169 = {instancePath:instancePath+"/rollout/abTest/minSamples",schemaPath:"#/properties/rollout/properties/abTest/properties/minSamples/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 1000000 || isNaN(data65)){
const err170 = {instancePath:instancePath+"/rollout/abTest/minSamples",schemaPath:"#/properties/rollout/properties/abTest/properties/minSamples/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data65 < 30 || isNaN(data65)){
const err171 = {instancePath:instancePath+"/rollout/abTest/minSamples",schemaPath:"#/properties/rollout/properties/abTest/properties/minSamples/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30},message:"must be >= 30"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
let data66 = data61.alpha;
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 > 0.2 || isNaN(data66)){
const err172 = {instancePath:instancePath+"/rollout/abTest/alpha",schemaPath:"#/properties/rollout/properties/abTest/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.2},message:"must be <= 0.2"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data66 < 0.000001 || isNaN(data66)){
const err173 = {instancePath:instancePath+"/rollout/abTest/alpha",schemaPath:"#/properties/rollout/properties/abTest/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.000001},message:"must be >= 0.000001"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
else {
const err174 = {instancePath:instancePath+"/rollout/abTest/alpha",schemaPath:"#/properties/rollout/properties/abTest/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
let data67 = data61.maxDuration;
if(typeof data67 === "string"){
if(func2(data67) > 16){
const err175 = {instancePath:instancePath+"/rollout/abTest/maxDuration",schemaPath:"#/properties/rollout/properties/abTest/properties/maxDuration/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(!pattern24.test(data67)){
const err176 = {instancePath:instancePath+"/rollout/abTest/maxDuration",schemaPath:"#/properties/rollout/properties/abTest/properties/maxDuration/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/rollout/abTest/maxDuration",schemaPath:"#/properties/rollout/properties/abTest/properties/maxDuration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
let data68 = data61.onWinner;
if(typeof data68 !== "string"){
const err178 = {instancePath:instancePath+"/rollout/abTest/onWinner",schemaPath:"#/properties/rollout/properties/abTest/properties/onWinner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!((data68 === "Promote") || (data68 === "Wait"))){
const err179 = {instancePath:instancePath+"/rollout/abTest/onWinner",schemaPath:"#/properties/rollout/properties/abTest/properties/onWinner/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.abTest.properties.onWinner.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/rollout/abTest",schemaPath:"#/properties/rollout/properties/abTest/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
let data69 = data45.approval;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.beforePromotion === undefined){
data69.beforePromotion = false;
}
if(data69.beforeStep !== undefined){
let data70 = data69.beforeStep;
if(Array.isArray(data70)){
if(data70.length > 20){
const err181 = {instancePath:instancePath+"/rollout/approval/beforeStep",schemaPath:"#/properties/rollout/properties/approval/properties/beforeStep/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
const len6 = data70.length;
for(let i9=0; i9<len6; i9++){
let data71 = data70[i9];
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
const err182 = {instancePath:instancePath+"/rollout/approval/beforeStep/" + i9,schemaPath:"#/properties/rollout/properties/approval/properties/beforeStep/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 20 || isNaN(data71)){
const err183 = {instancePath:instancePath+"/rollout/approval/beforeStep/" + i9,schemaPath:"#/properties/rollout/properties/approval/properties/beforeStep/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20},message:"must be <= 20"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data71 < 1 || isNaN(data71)){
const err184 = {instancePath:instancePath+"/rollout/approval/beforeStep/" + i9,schemaPath:"#/properties/rollout/properties/approval/properties/beforeStep/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
}
let i10 = data70.length;
let j3;
if(i10 > 1){
const indices3 = {};
for(;i10--;){
let item3 = data70[i10];
if(!(((typeof item3 == "number") && (!(item3 % 1) && !isNaN(item3))) && (isFinite(item3)))){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err185 = {instancePath:instancePath+"/rollout/approval/beforeStep",schemaPath:"#/properties/rollout/properties/approval/properties/beforeStep/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i10+" are identical)"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
break;
}
indices3[item3] = i10;
}
}
}
else {
const err186 = {instancePath:instancePath+"/rollout/approval/beforeStep",schemaPath:"#/properties/rollout/properties/approval/properties/beforeStep/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(typeof data69.beforePromotion !== "boolean"){
const err187 = {instancePath:instancePath+"/rollout/approval/beforePromotion",schemaPath:"#/properties/rollout/properties/approval/properties/beforePromotion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
else {
const err188 = {instancePath:instancePath+"/rollout/approval",schemaPath:"#/properties/rollout/properties/approval/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data45.previewHeader !== undefined){
let data73 = data45.previewHeader;
if(typeof data73 === "string"){
if(func2(data73) > 64){
const err189 = {instancePath:instancePath+"/rollout/previewHeader",schemaPath:"#/properties/rollout/properties/previewHeader/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(func2(data73) < 1){
const err190 = {instancePath:instancePath+"/rollout/previewHeader",schemaPath:"#/properties/rollout/properties/previewHeader/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(!pattern19.test(data73)){
const err191 = {instancePath:instancePath+"/rollout/previewHeader",schemaPath:"#/properties/rollout/properties/previewHeader/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/rollout/previewHeader",schemaPath:"#/properties/rollout/properties/previewHeader/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
let data74 = data45.rollbackWindow;
if(typeof data74 === "string"){
if(func2(data74) > 16){
const err193 = {instancePath:instancePath+"/rollout/rollbackWindow",schemaPath:"#/properties/rollout/properties/rollbackWindow/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(!pattern24.test(data74)){
const err194 = {instancePath:instancePath+"/rollout/rollbackWindow",schemaPath:"#/properties/rollout/properties/rollbackWindow/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
else {
const err195 = {instancePath:instancePath+"/rollout/rollbackWindow",schemaPath:"#/properties/rollout/properties/rollbackWindow/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
let data75 = data45.progressDeadline;
if(typeof data75 === "string"){
if(func2(data75) > 16){
const err196 = {instancePath:instancePath+"/rollout/progressDeadline",schemaPath:"#/properties/rollout/properties/progressDeadline/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(!pattern24.test(data75)){
const err197 = {instancePath:instancePath+"/rollout/progressDeadline",schemaPath:"#/properties/rollout/properties/progressDeadline/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/rollout/progressDeadline",schemaPath:"#/properties/rollout/properties/progressDeadline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
let data76 = data45.scaleDownDelay;
if(typeof data76 === "string"){
if(func2(data76) > 16){
const err199 = {instancePath:instancePath+"/rollout/scaleDownDelay",schemaPath:"#/properties/rollout/properties/scaleDownDelay/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(!pattern24.test(data76)){
const err200 = {instancePath:instancePath+"/rollout/scaleDownDelay",schemaPath:"#/properties/rollout/properties/scaleDownDelay/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/rollout/scaleDownDelay",schemaPath:"#/properties/rollout/properties/scaleDownDelay/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
let data77 = data45.shield;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.mode === undefined){
data77.mode = "Auto";
}
let data78 = data77.mode;
if(typeof data78 !== "string"){
const err202 = {instancePath:instancePath+"/rollout/shield/mode",schemaPath:"#/properties/rollout/properties/shield/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!((data78 === "Auto") || (data78 === "Off"))){
const err203 = {instancePath:instancePath+"/rollout/shield/mode",schemaPath:"#/properties/rollout/properties/shield/properties/mode/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.shield.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data77.tryTimeout !== undefined){
let data79 = data77.tryTimeout;
if(typeof data79 === "string"){
if(func2(data79) > 16){
const err204 = {instancePath:instancePath+"/rollout/shield/tryTimeout",schemaPath:"#/properties/rollout/properties/shield/properties/tryTimeout/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(!pattern24.test(data79)){
const err205 = {instancePath:instancePath+"/rollout/shield/tryTimeout",schemaPath:"#/properties/rollout/properties/shield/properties/tryTimeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/rollout/shield/tryTimeout",schemaPath:"#/properties/rollout/properties/shield/properties/tryTimeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/rollout/shield",schemaPath:"#/properties/rollout/properties/shield/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
let data80 = data45.analysis;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.source === undefined){
data80.source = {};
}
if(data80.interval === undefined){
data80.interval = "1s";
}
if(data80.slos === undefined){
data80.slos = [{"name":"errors","type":"ErrorRatio","max":0.01}];
}
if(data80.compareToStable === undefined){
data80.compareToStable = true;
}
if(data80.alpha === undefined){
data80.alpha = 0.01;
}
if(data80.presumedBurst === undefined){
data80.presumedBurst = 20;
}
if(data80.minRequests === undefined){
data80.minRequests = 100;
}
if(data80.promotion === undefined){
data80.promotion = {};
}
if(data80.guardrails === undefined){
data80.guardrails = {};
}
if(data80.holdDeadline === undefined){
data80.holdDeadline = "30m";
}
if(data80.onHoldDeadline === undefined){
data80.onHoldDeadline = "Rollback";
}
let data81 = data80.source;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.pods === undefined){
data81.pods = true;
}
if(data81.prometheus !== undefined){
let data82 = data81.prometheus;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
if(data82.url === undefined){
const err208 = {instancePath:instancePath+"/rollout/analysis/source/prometheus",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/prometheus/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(data82.url !== undefined){
let data83 = data82.url;
if(typeof data83 === "string"){
if(func2(data83) > 512){
const err209 = {instancePath:instancePath+"/rollout/analysis/source/prometheus/url",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/prometheus/properties/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(func2(data83) < 8){
const err210 = {instancePath:instancePath+"/rollout/analysis/source/prometheus/url",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/prometheus/properties/url/minLength",keyword:"minLength",params:{limit: 8},message:"must NOT have fewer than 8 characters"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(!pattern84.test(data83)){
const err211 = {instancePath:instancePath+"/rollout/analysis/source/prometheus/url",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/prometheus/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://.+"},message:"must match pattern \""+"^https?://.+"+"\""};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/rollout/analysis/source/prometheus/url",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/prometheus/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
else {
const err213 = {instancePath:instancePath+"/rollout/analysis/source/prometheus",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/prometheus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(typeof data81.pods !== "boolean"){
const err214 = {instancePath:instancePath+"/rollout/analysis/source/pods",schemaPath:"#/properties/rollout/properties/analysis/properties/source/properties/pods/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
else {
const err215 = {instancePath:instancePath+"/rollout/analysis/source",schemaPath:"#/properties/rollout/properties/analysis/properties/source/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
let data85 = data80.interval;
if(typeof data85 === "string"){
if(func2(data85) > 16){
const err216 = {instancePath:instancePath+"/rollout/analysis/interval",schemaPath:"#/properties/rollout/properties/analysis/properties/interval/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(!pattern24.test(data85)){
const err217 = {instancePath:instancePath+"/rollout/analysis/interval",schemaPath:"#/properties/rollout/properties/analysis/properties/interval/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/rollout/analysis/interval",schemaPath:"#/properties/rollout/properties/analysis/properties/interval/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
let data86 = data80.slos;
if(Array.isArray(data86)){
if(data86.length > 8){
const err219 = {instancePath:instancePath+"/rollout/analysis/slos",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
const len7 = data86.length;
for(let i11=0; i11<len7; i11++){
let data87 = data86[i11];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.name === undefined){
const err220 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11,schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(data87.type === undefined){
const err221 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11,schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(data87.name !== undefined){
let data88 = data87.name;
if(typeof data88 === "string"){
if(func2(data88) > 40){
const err222 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/name",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(func2(data88) < 1){
const err223 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/name",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(!pattern0.test(data88)){
const err224 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/name",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z]([-a-z0-9]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z]([-a-z0-9]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
else {
const err225 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/name",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data87.type !== undefined){
let data89 = data87.type;
if(typeof data89 !== "string"){
const err226 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/type",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(!(((data89 === "ErrorRatio") || (data89 === "Latency")) || (data89 === "Query"))){
const err227 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/type",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.analysis.properties.slos.items.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data87.max !== undefined){
let data90 = data87.max;
if(!((typeof data90 == "number") && (isFinite(data90)))){
const err228 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/max",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data87.min !== undefined){
let data91 = data87.min;
if(!((typeof data91 == "number") && (isFinite(data91)))){
const err229 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/min",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data87.quantile !== undefined){
let data92 = data87.quantile;
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 > 0.9999 || isNaN(data92)){
const err230 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/quantile",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/quantile/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.9999},message:"must be <= 0.9999"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(data92 < 0.5 || isNaN(data92)){
const err231 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/quantile",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/quantile/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.5},message:"must be >= 0.5"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
else {
const err232 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/quantile",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/quantile/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data87.maxLatency !== undefined){
let data93 = data87.maxLatency;
if(typeof data93 === "string"){
if(func2(data93) > 16){
const err233 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/maxLatency",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/maxLatency/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if(!pattern24.test(data93)){
const err234 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/maxLatency",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/maxLatency/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
else {
const err235 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/maxLatency",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/maxLatency/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data87.query !== undefined){
let data94 = data87.query;
if(typeof data94 === "string"){
if(func2(data94) > 2048){
const err236 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/query",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/query/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(func2(data94) < 1){
const err237 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/query",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/query/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
else {
const err238 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11+"/query",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/properties/query/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
}
else {
const err239 = {instancePath:instancePath+"/rollout/analysis/slos/" + i11,schemaPath:"#/properties/rollout/properties/analysis/properties/slos/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
}
else {
const err240 = {instancePath:instancePath+"/rollout/analysis/slos",schemaPath:"#/properties/rollout/properties/analysis/properties/slos/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if(typeof data80.compareToStable !== "boolean"){
const err241 = {instancePath:instancePath+"/rollout/analysis/compareToStable",schemaPath:"#/properties/rollout/properties/analysis/properties/compareToStable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
let data96 = data80.alpha;
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 > 0.2 || isNaN(data96)){
const err242 = {instancePath:instancePath+"/rollout/analysis/alpha",schemaPath:"#/properties/rollout/properties/analysis/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.2},message:"must be <= 0.2"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(data96 < 0.000001 || isNaN(data96)){
const err243 = {instancePath:instancePath+"/rollout/analysis/alpha",schemaPath:"#/properties/rollout/properties/analysis/properties/alpha/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.000001},message:"must be >= 0.000001"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
else {
const err244 = {instancePath:instancePath+"/rollout/analysis/alpha",schemaPath:"#/properties/rollout/properties/analysis/properties/alpha/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
let data97 = data80.presumedBurst;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
const err245 = {instancePath:instancePath+"/rollout/analysis/presumedBurst",schemaPath:"#/properties/rollout/properties/analysis/properties/presumedBurst/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
if((typeof data97 == "number") && (isFinite(data97))){
if(data97 > 1000 || isNaN(data97)){
const err246 = {instancePath:instancePath+"/rollout/analysis/presumedBurst",schemaPath:"#/properties/rollout/properties/analysis/properties/presumedBurst/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if(data97 < 1 || isNaN(data97)){
const err247 = {instancePath:instancePath+"/rollout/analysis/presumedBurst",schemaPath:"#/properties/rollout/properties/analysis/properties/presumedBurst/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
let data98 = data80.minRequests;
if(!(((typeof data98 == "number") && (!(data98 % 1) && !isNaN(data98))) && (isFinite(data98)))){
const err248 = {instancePath:instancePath+"/rollout/analysis/minRequests",schemaPath:"#/properties/rollout/properties/analysis/properties/minRequests/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 1000000 || isNaN(data98)){
const err249 = {instancePath:instancePath+"/rollout/analysis/minRequests",schemaPath:"#/properties/rollout/properties/analysis/properties/minRequests/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(data98 < 0 || isNaN(data98)){
const err250 = {instancePath:instancePath+"/rollout/analysis/minRequests",schemaPath:"#/properties/rollout/properties/analysis/properties/minRequests/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
let data99 = data80.promotion;
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
if(data99.confidence === undefined){
data99.confidence = 0.95;
}
if(data99.margin === undefined){
data99.margin = 0.01;
}
let data100 = data99.confidence;
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 0.9999 || isNaN(data100)){
const err251 = {instancePath:instancePath+"/rollout/analysis/promotion/confidence",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/properties/confidence/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.9999},message:"must be <= 0.9999"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(data100 < 0.5 || isNaN(data100)){
const err252 = {instancePath:instancePath+"/rollout/analysis/promotion/confidence",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/properties/confidence/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.5},message:"must be >= 0.5"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
else {
const err253 = {instancePath:instancePath+"/rollout/analysis/promotion/confidence",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/properties/confidence/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
let data101 = data99.margin;
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 1 || isNaN(data101)){
const err254 = {instancePath:instancePath+"/rollout/analysis/promotion/margin",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/properties/margin/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(data101 < 0 || isNaN(data101)){
const err255 = {instancePath:instancePath+"/rollout/analysis/promotion/margin",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/properties/margin/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
else {
const err256 = {instancePath:instancePath+"/rollout/analysis/promotion/margin",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/properties/margin/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
else {
const err257 = {instancePath:instancePath+"/rollout/analysis/promotion",schemaPath:"#/properties/rollout/properties/analysis/properties/promotion/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
let data102 = data80.guardrails;
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.predictionDrift !== undefined){
let data103 = data102.predictionDrift;
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 10 || isNaN(data103)){
const err258 = {instancePath:instancePath+"/rollout/analysis/guardrails/predictionDrift",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/properties/predictionDrift/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(data103 < 0.01 || isNaN(data103)){
const err259 = {instancePath:instancePath+"/rollout/analysis/guardrails/predictionDrift",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/properties/predictionDrift/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.01},message:"must be >= 0.01"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
else {
const err260 = {instancePath:instancePath+"/rollout/analysis/guardrails/predictionDrift",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/properties/predictionDrift/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data102.invalidOutputRatio !== undefined){
let data104 = data102.invalidOutputRatio;
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 1 || isNaN(data104)){
const err261 = {instancePath:instancePath+"/rollout/analysis/guardrails/invalidOutputRatio",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/properties/invalidOutputRatio/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(data104 < 0 || isNaN(data104)){
const err262 = {instancePath:instancePath+"/rollout/analysis/guardrails/invalidOutputRatio",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/properties/invalidOutputRatio/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
else {
const err263 = {instancePath:instancePath+"/rollout/analysis/guardrails/invalidOutputRatio",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/properties/invalidOutputRatio/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
}
else {
const err264 = {instancePath:instancePath+"/rollout/analysis/guardrails",schemaPath:"#/properties/rollout/properties/analysis/properties/guardrails/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
let data105 = data80.holdDeadline;
if(typeof data105 === "string"){
if(func2(data105) > 16){
const err265 = {instancePath:instancePath+"/rollout/analysis/holdDeadline",schemaPath:"#/properties/rollout/properties/analysis/properties/holdDeadline/maxLength",keyword:"maxLength",params:{limit: 16},message:"must NOT have more than 16 characters"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if(!pattern24.test(data105)){
const err266 = {instancePath:instancePath+"/rollout/analysis/holdDeadline",schemaPath:"#/properties/rollout/properties/analysis/properties/holdDeadline/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]+(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
else {
const err267 = {instancePath:instancePath+"/rollout/analysis/holdDeadline",schemaPath:"#/properties/rollout/properties/analysis/properties/holdDeadline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
let data106 = data80.onHoldDeadline;
if(typeof data106 !== "string"){
const err268 = {instancePath:instancePath+"/rollout/analysis/onHoldDeadline",schemaPath:"#/properties/rollout/properties/analysis/properties/onHoldDeadline/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(!((data106 === "Rollback") || (data106 === "KeepHolding"))){
const err269 = {instancePath:instancePath+"/rollout/analysis/onHoldDeadline",schemaPath:"#/properties/rollout/properties/analysis/properties/onHoldDeadline/enum",keyword:"enum",params:{allowedValues: schema15.properties.rollout.properties.analysis.properties.onHoldDeadline.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
else {
const err270 = {instancePath:instancePath+"/rollout/analysis",schemaPath:"#/properties/rollout/properties/analysis/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
else {
const err271 = {instancePath:instancePath+"/rollout",schemaPath:"#/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
else {
const err272 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}
