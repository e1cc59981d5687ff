-- Ends the run for good; spec.suspend ends it for now.
obj.spec.stop = true
return obj
