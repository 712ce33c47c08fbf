-- Refuses an item for the gravest of what keeps it from being had; p_refusals: as item_refusals has them, null lets it pass.
-- Raises: OC001 not on the menu, OC005 sold out, OC006 not served then, OC011 fewer left, OC019 closed then, OC020 not for
-- the order type.
create or replace function app.refuse_item(p_item text, p_refusals jsonb) returns void
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_refusal jsonb := p_refusals -> 0;
begin
  if v_refusal is null then
    return;
  end if;
  raise exception '% cannot be had: %', p_item, v_refusal ->> 'reason'
    using errcode = case v_refusal ->> 'reason'
            when 'unknown' then 'OC001' when 'sold_out' then 'OC005' when 'not_served' then 'OC006'
            when 'stock' then 'OC011' when 'closed' then 'OC019' when 'order_type' then 'OC020' end,
          detail = jsonb_strip_nulls(v_refusal - 'reason' || jsonb_build_object('item_id', p_item))
            || case when v_refusal ? 'offered' then jsonb_build_object(
                 'order_type', replace(coalesce(v_refusal ->> 'order_type', 'any order here'), '_', '-'),
                 'offered', replace((
                   select string_agg(o, ', ') from jsonb_array_elements_text(v_refusal -> 'offered') o), '_', '-'))
               else '{}' end;
end
$$;
