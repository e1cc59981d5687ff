// Since 1.29 onnxruntime on Linux reports names and hashes of the models it loads to its maker, unless this is set
// before its library loads (microsoft/onnxruntime#27379). What people serve stays with them.
process.env['ORT_DISABLE_TELEMETRY'] ??= '1';
