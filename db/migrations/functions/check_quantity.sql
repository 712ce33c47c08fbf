-- Lets a quantity of 1 to 99 pass. Raises: OC004.
create or replace function app.check_quantity(p_quantity integer) returns integer
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_quantity is null or p_quantity not between 1 and 99 then
    raise exception 'quantity %', p_quantity using errcode = 'OC004';
  end if;
  return p_quantity;
end
$$;
