-- Whether a ModelVersion can be deployed: its bytes are verified, and nobody has still to approve it.
local function condition(kind)
  for _, one in ipairs((obj.status or {}).conditions or {}) do
    if one.type == kind then return one end
  end
  return {}
end

local function health(status, message)
  return { status = status, message = message or "" }
end

if obj.metadata.deletionTimestamp ~= nil then
  local blocked = condition("DeletionBlocked")
  return health("Progressing", blocked.message or "is being deleted")
end
local status = obj.status or {}
if status.observedGeneration ~= obj.metadata.generation then return health("Progressing", "waits for the operator") end

local ready, approved = condition("Ready"), condition("Approved")
if condition("Stalled").status == "True" then return health("Degraded", ready.message) end
if ready.status ~= "True" then return health("Progressing", ready.message) end
if approved.reason == "Rejected" then return health("Degraded", approved.message) end
if approved.status == "False" then return health("Suspended", approved.message) end
return health("Healthy", ready.message)
