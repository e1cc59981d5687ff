-- Whether a TrainingRun came to a result.
local function condition(kind)
  for _, one in ipairs((obj.status or {}).conditions or {}) do
    if one.type == kind then return one end
  end
  return {}
end

local function health(status, message)
  return { status = status, message = message or "" }
end

if obj.metadata.deletionTimestamp ~= nil then return health("Progressing", "is being deleted") end
local status = obj.status or {}
if status.observedGeneration ~= obj.metadata.generation then return health("Progressing", "waits for the operator") end

local ready, succeeded = condition("Ready"), condition("Succeeded")
if succeeded.status == "True" then return health("Healthy", succeeded.message) end
if succeeded.status == "False" then return health("Degraded", succeeded.message) end
if condition("Stalled").status == "True" then return health("Degraded", ready.message) end
if condition("Suspended").status == "True" then return health("Suspended", condition("Suspended").message) end
-- The attempt that is under way says more than the condition does.
local progress = status.progress or {}
if ready.reason == "Running" and progress.text ~= nil then return health("Progressing", progress.text) end
return health("Progressing", ready.message)
