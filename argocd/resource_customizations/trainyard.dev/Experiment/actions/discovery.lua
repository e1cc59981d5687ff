local ended = (obj.status or {}).completionTime ~= nil
local suspended = obj.spec.suspend == true
return {
  suspend = { disabled = ended or suspended },
  resume = { disabled = ended or not suspended },
}
