local approval = obj.spec.approval or {}
return { approve = { disabled = approval.required ~= true or approval.state == "Approved" } }
