-- What can be done now; the rest is shown and cannot be pressed.
local status = obj.status or {}
local function is(kind)
  for _, one in ipairs(status.conditions or {}) do
    if one.type == kind and one.status == "True" then return one.reason end
  end
  return nil
end

-- Candidates that were not good enough, or not proven to be better, are tried again only when somebody asks.
local given = { RolledBack = true, Lost = true, NoWinner = true }
local underWay = status.candidate ~= nil
local paused = obj.spec.paused == true
return {
  promote = { disabled = not underWay },
  approve = { disabled = is("Paused") ~= "AwaitingApproval" },
  abort = { disabled = not underWay },
  retry = { disabled = not given[is("Stalled")] },
  rollback = { disabled = underWay or status.stable == nil },
  suspend = { disabled = paused },
  resume = { disabled = not paused },
}
