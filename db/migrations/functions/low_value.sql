-- The low mark of "item:idly" or "ingredient:milk" as a staff event keeps it, locked: {"low_at": "1 l"}; null for a dish that is
-- not counted.
create or replace function app.low_value(p_tenant uuid, p_of text) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_id constant text := substr(p_of, strpos(p_of, ':') + 1);
  v_value jsonb;
begin
  if p_of like 'item:%' then
    select jsonb_build_object('low_at', s.low_at::text) into v_value from cold.menu_item_stock s
    where s.tenant_id = p_tenant and s.item_id = v_id for update;
  else
    select jsonb_build_object('low_at', trim_scale(g.low_at) || ' ' || g.unit) into v_value from cold.ingredient g
    where g.tenant_id = p_tenant and g.ingredient_id = v_id for no key update;
  end if;
  return v_value;
end
$$;
