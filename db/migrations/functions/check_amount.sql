-- Lets an amount of money pass that the books can hold. Raises: OC017 beyond 9,999,999.00.
create or replace function app.check_amount(p_amount numeric) returns numeric
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_amount > 9999999 then
    raise exception 'amount %', p_amount using errcode = 'OC017', detail = jsonb_build_object('max', 50);
  end if;
  return p_amount;
end
$$;
