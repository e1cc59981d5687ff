-- Whether a ModelDeployment serves the version that spec names, from the conditions that its operator writes.
local function condition(kind)
  for _, one in ipairs((obj.status or {}).conditions or {}) do
    if one.type == kind then return one end
  end
  return {}
end

local function health(status, message)
  return { status = status, message = message or "" }
end

-- Nothing serves, and a person may have to look, though the operator goes on trying.
local troubles = {
  NoReadyPod = true, ImageCannotStart = true, ConfigInvalid = true, CrashLooping = true, LoadFailed = true, Unschedulable = true, ApplyFailed = true,
}

if obj.metadata.deletionTimestamp ~= nil then return health("Progressing", "is being deleted") end
local status = obj.status or {}
if status.observedGeneration ~= obj.metadata.generation then return health("Progressing", "waits for the operator") end

local ready, paused = condition("Ready"), condition("Paused")
local stalled = condition("Stalled").status == "True"
-- An approval is waited for on purpose.
if ready.reason == "VersionNotApproved" then return health("Suspended", ready.message) end
-- A rollback counts, paused or not; a pause explains everything else that does not move.
if stalled and ready.reason ~= "Paused" then return health("Degraded", ready.message) end
if paused.status == "True" then return health("Suspended", paused.message) end
if ready.status == "True" then return health("Healthy", ready.message) end
if ready.status == "False" and troubles[ready.reason] then return health("Degraded", ready.message) end
return health("Progressing", ready.message)
