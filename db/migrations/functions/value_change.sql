-- What of a value (staff_value) is not so in another, with the number of an order, by which people know it.
create or replace function app.value_change(p_value jsonb, p_other jsonb) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_object_agg(v.key, v.value), '{}') from jsonb_each(p_value) v
    where v.key = 'order_no' or v.value is distinct from p_other -> v.key);
end
$$;
