-- A unit beside a number and a span of time are no outcomes; no case is looked for by them.
delete from case_mark where kind = 'decision' and (
    mark like '%=business-days' or mark like '%=business-hours' or mark like '%=days' or mark like '%=hours' or mark like '%=minutes'
    or mark like 'decision:call-out-windows=%');
