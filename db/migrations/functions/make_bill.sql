-- Makes one bill of what is left of a locked tab, unless it has bills that hold. Writes: as cut_bills.
create or replace function app.make_bill(p_tab cold.tab, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if not app.bills_hold(p_tab) then
    perform app.cut_bills(p_tab, 'whole', null, null, p_at);
  end if;
end
$$;
