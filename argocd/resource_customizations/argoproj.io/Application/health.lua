-- Argo CD itself gives an Application no health within another one; then a sync wave would not wait for the platform before the models.
local known = (obj.status or {}).health or {}
return { status = known.status or "Progressing", message = known.message or "" }
